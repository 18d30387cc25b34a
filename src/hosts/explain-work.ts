import { parseSpecifierSet, contains } from '../../labs/packaging/specifier.ts';
import type { Target } from '../../labs/packaging/target.ts';
import { parseVersion } from '../../labs/packaging/version.ts';
import type { Asking } from '../../labs/resolve/asking.ts';
import { explainFailure } from '../../labs/resolve/explain/explain-failure.ts';
import { findFixes } from '../../labs/resolve/fixes/find-fixes.ts';
import { resolvePip } from '../../labs/resolve/pip.ts';
import {
  readPylock,
  readPyproject,
  readRequirements,
  type ReaderFile,
} from '../../labs/resolve/reading/reader-file.ts';
import { textKind, type TextKind } from '../../labs/resolve/reading/text-kind.ts';
import { recorded, type Run } from '../../labs/resolve/run.ts';
import type { Telling } from '../../labs/resolve/telling.ts';
import type { Candidate, Failed, Outcome, Request, Solved } from '../../labs/resolve/types.ts';
import { wordings } from '../../labs/resolve/wording/wordings.ts';
import type { About, Answer, Failure, Pin, Progress, Question, Told } from './explain-answer.ts';
import { drawingsOf } from './explain-drawing.ts';
import { showFixes } from './explain-fixes.ts';
import { MOST_CHARACTERS, fullPython } from './explain-targets.ts';

/** What the worker learns on the way to an answer. */
export interface Tell {
  readonly progress: (progress: Pick<Progress, 'phase' | 'rounds' | 'refused'>) => void;
  /** An answer whose fixes are still being looked for. */
  readonly partly: (answer: Answer) => void;
}

/** What came of a question: the answer, and the run that it is about. */
export interface Worked {
  readonly answer: Answer;
  readonly solved:
    { readonly run: Run; readonly outcome: Solved; readonly request: Request } | undefined;
}

/** What is known of the index besides its pages. */
export interface Known {
  readonly names: readonly string[];
  readonly isSnapshot: boolean;
  /** The projects that were asked for and are in no snapshot; it grows while the work goes on. */
  readonly outside: ReadonlySet<string>;
}

/** Some files make pip search for minutes; on a page that is followed this far, some seconds. */
const MOST_STEPS = 40_000;

/** A question to its answer. It asks for pages as a resolver does. */
export function* workOut(question: Question, known: Known, tell: Tell): Asking<Worked> {
  tell.progress({ phase: 'reading', rounds: 0, refused: 0 });
  const { text, name, platform } = question;
  const target: Target = { python: fullPython(question.python), platform, implementation: 'cp' };
  const kind = text.length > MOST_CHARACTERS ? 'requirements' : textKind(text, name);
  const base: About = {
    question,
    textKind: kind,
    passedOver: [],
    outside: [],
    otherPython: undefined,
  };
  const told = (answer: Told, about: About = base): Worked => ({
    answer: { ...about, ...answer },
    solved: undefined,
  });
  if (kind === 'empty' || kind === 'environment') return told({ kind });
  if (kind === 'output') return told({ kind: 'output', sentences: [], isKnown: false });
  const file = readFile(kind, text, target);
  const otherPython = unmetPython(file, target);
  const about = { ...base, passedOver: file.passedOver, otherPython };
  if (file.faults.length > 0) return told({ kind: 'faulty', faults: file.faults }, about);
  if (file.lines.length === 0) return told({ kind: 'nothing-asked' }, about);
  const request: Request = { lines: file.lines, target, version: '26.3' };
  const count = { rounds: 0, refused: 0 };
  const run = yield* recorded(counted(resolvePip(request), count, tell), { mostSteps: MOST_STEPS });
  const outside = [...known.outside];
  if (run.outcome.ok) {
    const pins = run.outcome.pins.map((pin) => shownPin(pin, request));
    const answer = {
      ...about,
      ...count,
      outside,
      kind: 'solved',
      pins,
    } as const;
    return { answer, solved: { run, outcome: run.outcome, request } };
  }
  const failure = yield* explained(run, run.outcome, request, question, known, () =>
    tell.progress({ phase: 'explaining', ...count }),
  );
  const partly: Answer = { ...about, ...failure.shown, outside };
  tell.partly(partly);
  tell.progress({ phase: 'fixing', ...count });
  const found = yield* findFixes(failure.explanation, request);
  const fixes = showFixes(found, failure.explanation, request, question);
  return { answer: { ...partly, fixes }, solved: undefined };
}

function readFile(kind: TextKind, text: string, target: Target): ReaderFile {
  if (text.length > MOST_CHARACTERS)
    return {
      lines: [],
      passedOver: [],
      faults: [{ line: undefined, message: `expected at most ${MOST_CHARACTERS} characters` }],
      requiresPython: undefined,
    };
  if (kind === 'pyproject') return readPyproject(text);
  return kind === 'pylock' ? readPylock(text, target) : readRequirements(text);
}

function unmetPython({ requiresPython }: ReaderFile, { python }: Target): string | undefined {
  const asked = requiresPython === undefined ? undefined : parseSpecifierSet(requiresPython);
  const version = parseVersion(python);
  return asked && version && !contains(asked, version) ? requiresPython : undefined;
}

/** The resolver, its rounds and refusals counted. */
function* counted(
  resolver: Telling<Outcome>,
  count: { rounds: number; refused: number },
  tell: Tell,
): Telling<Outcome> {
  let next = resolver.next();
  while (next.done !== true) {
    const { type } = next.value;
    if (type === 'starting-round') count.rounds += 1;
    if (type === 'rejecting-candidate') count.refused += 1;
    if (type !== 'adding-requirement') tell.progress({ phase: 'resolving', ...count });
    next = resolver.next(yield next.value);
  }
  return next.value;
}

function* explained(
  { steps }: Run,
  failed: Failed,
  request: Request,
  { language }: Question,
  { names, isSnapshot }: Known,
  begin: () => void,
) {
  begin();
  const explanation = yield* explainFailure(failed, request, { names, isSnapshot, steps });
  const wording = wordings[language];
  const shown: Failure = {
    kind: 'failed',
    sentence: wording.sentence(explanation),
    argument: wording.argument(explanation),
    drawings: drawingsOf(explanation, language),
    message: failed.message,
    isStopped: failed.stopped?.kind === 'out-of-steps',
    fixes: undefined,
  };
  return { explanation, shown };
}

const shownPin = ({ project, version, metadata }: Candidate, { lines }: Request): Pin => ({
  project,
  name: metadata.name,
  version: version.text,
  isOwn: lines.some(({ requirement }) => requirement.project === project),
});
