import type { IndexFile, ProjectPage } from '../packaging/project-page.ts';
import { parseRequirement, type Requirement } from '../packaging/requirement.ts';
import { compareVersions } from '../packaging/version.ts';
import { resolvePip } from './pip.ts';
import { drain } from './run.ts';
import { machineToTarget, tagMachine, type TagChoice } from './tag-machines.ts';
import { refuserFor, type TagRefusal } from './tag-refusal.ts';

/** One file of the release in question, and what speaks against it. */
export interface JudgedFile {
  readonly file: IndexFile;
  readonly refusals: readonly TagRefusal[];
}

/** What pip answers to a choice. */
export interface TagAnswer extends TagChoice {
  /** The release whose files are listed: the one asked for, else the one taken, else the newest. */
  readonly release: string;
  readonly files: readonly JudgedFile[];
  readonly taken: IndexFile | undefined;
  /** What pip prints where it takes none, from the first `ERROR:` on. */
  readonly message: string;
}

/** Which file pip takes, or why it takes none. The pages must say that nothing requires anything. */
export function answerOf(
  choice: TagChoice,
  pages: ReadonlyMap<string, ProjectPage> | undefined,
): TagAnswer {
  const { machine, python, requirement: text } = choice;
  const nothing = { machine, python, requirement: text, release: '', files: [], taken: undefined };
  const requirement = parseRequirement(text);
  if ('kind' in requirement) return { ...nothing, message: requirement.message };
  const target = machineToTarget(tagMachine(machine), python);
  const line = { text, requirement, constraint: false, comesFrom: undefined };
  const { outcome } = drain(resolvePip({ lines: [line], target, version: '26.3' }), (project) =>
    pages?.get(project),
  );
  const page = pages?.get(requirement.project);
  const taken = outcome.ok ? outcome.pins[0]?.file : undefined;
  const release = releaseNamed(requirement) ?? taken?.version.text ?? newestOf(page);
  const refusalsOf = refuserFor(target);
  const files = (page?.files ?? [])
    .filter(({ version }) => version.text === release)
    .map((file) => ({ file, refusals: refusalsOf(file) }));
  return { ...nothing, release, files, taken, message: outcome.ok ? '' : outcome.message };
}

function releaseNamed({ specifier }: Requirement): string | undefined {
  const [only] = specifier.specifiers;
  return only?.operator === '==' ? only.version : undefined;
}

const newestOf = (page: ProjectPage | undefined): string =>
  (page?.files ?? [])
    .map(({ version }) => version)
    .filter(({ isPrerelease }) => !isPrerelease)
    .sort(compareVersions)
    .at(-1)?.text ?? '';
