// One command line in an environment: `pip install` with requirements and -U, and `pip check`.

import type { Metadata } from '../packaging/metadata.ts';
import { normalizeName } from '../packaging/names.ts';
import { parseRequirementLine } from '../packaging/requirement-line.ts';
import { splitShellWords } from '../packaging/shell-words.ts';
import type { PageShelf } from '../packaging/snapshot-shelf.ts';
import type { Target } from '../packaging/target.ts';
import { targetEnvironment } from '../packaging/target-environment.ts';
import { brokenAmong, pipCheck } from './after-check.ts';
import type { Broken } from './conflict-lines.ts';
import { environmentDistributions } from './distributions.ts';
import { resolvePip } from './pip.ts';
import { drain, printedLines } from './run.ts';
import { compareTexts } from './sorting.ts';
import type { Installed, Request, RootLine } from './types.ts';

/** What came of one command. */
export interface Entered {
  readonly line: string;
  /** `unread`: the simulator does not do this; nothing happened. */
  readonly kind: 'install' | 'check' | 'unread';
  readonly printed: readonly string[];
  /** Undefined where the simulator stopped. */
  readonly exitCode: 0 | 1 | undefined;
  /** What the environment holds afterwards, and what is broken in it. */
  readonly installed: readonly Metadata[];
  readonly broken: readonly Broken[];
}

/** An index, and a machine that asks it. */
interface Asker {
  readonly target: Target;
  readonly pages?: PageShelf;
}

const LOCATION = '/home/lin/env/lib/python3.11/site-packages';
const HOME = '/home/lin';
const MOST_STEPS = 20_000;

/** Gives one command to pip in an environment that holds this. */
export function runLine(line: string, installed: readonly Metadata[], asker: Asker): Entered {
  const words = splitShellWords(line) ?? [];
  const [verb, ...rest] = afterPip(words);
  if (verb === 'check' && rest.length === 0) {
    const { lines, exitCode } = pipCheck({
      installed: environment(installed),
      target: asker.target,
    });
    return ended({ line, kind: 'check', printed: lines, exitCode }, installed, asker);
  }
  const asked = verb === 'install' ? readWords(rest) : undefined;
  if (asked === undefined)
    return ended({ line, kind: 'unread', printed: [], exitCode: undefined }, installed, asker);
  if ('refused' in asked) {
    const printed = asked.refused.split('\n');
    return ended({ line, kind: 'install', printed, exitCode: 1 }, installed, asker);
  }
  return install(line, asked, installed, asker);
}

function install(
  line: string,
  { lines, isUpgrade }: Wanted,
  installed: readonly Metadata[],
  asker: Asker,
): Entered {
  const request: Request = {
    lines,
    target: asker.target,
    version: '26.3',
    installed: environment(installed),
    upgrade: isUpgrade ? 'only-if-needed' : 'to-satisfy-only',
    dryRun: false,
    workingDirectory: HOME,
  };
  const run = drain(resolvePip(request), (project) => asker.pages?.get(project), MOST_STEPS);
  const { outcome } = run;
  const printed = printedLines(run);
  if (!outcome.ok) {
    const isStopped = outcome.stopped !== undefined;
    const exitCode = isStopped ? undefined : 1;
    return ended(
      { line, kind: isStopped ? 'unread' : 'install', printed, exitCode },
      installed,
      asker,
    );
  }
  const fresh = outcome.installs.map(({ metadata }) => metadata);
  const names = new Set(fresh.map(({ name }) => normalizeName(name)));
  const next = [...installed.filter(({ name }) => !names.has(normalizeName(name))), ...fresh];
  next.sort((a, b) => compareTexts(normalizeName(a.name), normalizeName(b.name)));
  return ended({ line, kind: 'install', printed, exitCode: 0 }, next, asker);
}

function ended(
  entered: Omit<Entered, 'installed' | 'broken'>,
  installed: readonly Metadata[],
  { target }: Asker,
): Entered {
  const all = environmentDistributions({ installed: environment(installed) });
  return { ...entered, installed, broken: brokenAmong(all, targetEnvironment(target)) };
}

const environment = (distributions: readonly Metadata[]): Installed => ({
  location: LOCATION,
  distributions,
});

/** `pip …`, `python -m pip …`: what is asked of pip. */
function afterPip(words: readonly string[]): readonly string[] {
  const [first, second, third, ...rest] = words;
  if (first === 'pip' || first === 'pip3') return words.slice(1);
  const isModule = (first === 'python' || first === 'python3') && second === '-m';
  return isModule && third === 'pip' ? rest : [];
}

interface Wanted {
  readonly lines: readonly RootLine[];
  readonly isUpgrade: boolean;
}

/** Undefined: something that the bench does not follow. */
function readWords(words: readonly string[]): Wanted | { readonly refused: string } | undefined {
  const lines: RootLine[] = [];
  let isUpgrade = false;
  for (const text of words) {
    if (text === '-U' || text === '--upgrade') isUpgrade = true;
    else {
      const wanted = text.startsWith('-') ? undefined : parseRequirementLine(text);
      if (wanted?.kind === 'line-fault') return { refused: `ERROR: ${wanted.message}` };
      if (wanted?.kind !== 'requirement' || wanted.requirement.url !== undefined) return undefined;
      const { requirement } = wanted;
      lines.push({ text, requirement, constraint: false, comesFrom: undefined });
    }
  }
  return lines.length === 0 ? undefined : { lines, isUpgrade };
}
