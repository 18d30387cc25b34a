import { parseSpecifierSet, contains } from '../../labs/packaging/specifier.ts';
import type { Target } from '../../labs/packaging/target.ts';
import { parseVersion } from '../../labs/packaging/version.ts';
import type { Asking } from '../../labs/resolve/asking.ts';
import { MOST_LINES } from '../../labs/resolve/bench-lines.ts';
import { busiestProjects, explainFailure } from '../../labs/resolve/explain/explain-failure.ts';
import type { Explanation } from '../../labs/resolve/explain/explanation.ts';
import { nearestNames } from '../../labs/resolve/explain/nearest-names.ts';
import { trapOf } from '../../labs/resolve/explain/trap-names.ts';
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
import type {
  Candidate,
  Failed,
  Outcome,
  Request,
  RootLine,
  Solved,
} from '../../labs/resolve/types.ts';
import type { Language } from '../../labs/resolve/wording/pieces.ts';
import { wordings } from '../../labs/resolve/wording/wordings.ts';
import type {
  About,
  Answer,
  Failure,
  Outside,
  Pin,
  Progress,
  Question,
  Told,
} from './explain-answer.ts';
import { rationed, withinBounds } from './explain-bounds.ts';
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
  /** The projects of the snapshot, and those that it knows PyPI not to have. */
  readonly names: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
  readonly isSnapshot: boolean;
  /** How many METADATA may be fetched to explain, and again to mend; undefined: they are at hand. */
  readonly mostDocuments: number | undefined;
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
  if (file.lines.length > MOST_LINES) return told({ kind: 'too-many', most: MOST_LINES }, about);
  const { lines, outside } = withoutOutside(file.lines, known);
  if (lines.length === 0) return told({ kind: 'nothing-known' }, { ...about, outside });
  const request: Request = { lines, target, version: '26.3' };
  const count = { rounds: 0, refused: 0 };
  const run = yield* recorded(counted(resolvePip(request), count, tell), { mostSteps: MOST_STEPS });
  const { outcome } = run;
  if (outcome.ok) {
    const pins = outcome.pins.map((pin) => shownPin(pin, request));
    const answer: Answer = { ...about, ...count, outside, kind: 'solved', pins };
    return { answer, solved: { run, outcome, request } };
  }
  const bare: Failure = { ...BARE, message: outcome.message, isStopped: isEndless(outcome) };
  tell.partly({ ...about, ...bare, outside });
  tell.progress({ phase: 'explaining', ...count });
  const explanation = yield* explained(run, outcome, request, known);
  const shown: Failure = {
    ...bare,
    ...sayExplanation(explanation, question.language),
  };
  tell.partly({ ...about, ...shown, outside });
  tell.progress({ phase: 'fixing', ...count });
  const found = yield* known.mostDocuments === undefined
    ? findFixes(explanation, request)
    : rationed(findFixes(explanation, request), known.mostDocuments);
  const fixes = showFixes(found, explanation, request, question);
  return { answer: { ...about, ...shown, outside, fixes }, solved: undefined };
}

/** A failure of which only pip's own words are known yet. */
const BARE: Failure = {
  kind: 'failed',
  sentence: undefined,
  argument: [],
  drawings: [],
  message: '',
  isStopped: false,
  fixes: undefined,
};

const isEndless = ({ stopped }: Failed): boolean => stopped?.kind === 'out-of-steps';

/** What is not in the snapshot is left out and named; a name that leads astray is kept, to be told. */
function withoutOutside(
  all: readonly RootLine[],
  { isSnapshot, names, absent }: Known,
): { readonly lines: readonly RootLine[]; readonly outside: readonly Outside[] } {
  const isKnown = ({ requirement: { project } }: RootLine): boolean =>
    !isSnapshot || names.has(project) || absent.has(project) || trapOf(project) !== undefined;
  const unknown = new Set(
    all.filter((line) => !isKnown(line)).map(({ requirement }) => requirement.project),
  );
  const list = [...names];
  const outside = [...unknown].map((project, at) => ({
    project,
    nearest: at < MOST_NEAREST ? nearestNames(project, list) : [],
  }));
  return { lines: all.filter(isKnown), outside };
}

/** More than this many names are not compared with all others: who reads that? */
const MOST_NEAREST = 20;

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
  { names, isSnapshot, mostDocuments }: Known,
): Asking<Explanation> {
  const explaining = explainFailure(failed, request, { names: [...names], isSnapshot, steps });
  if (mostDocuments === undefined) return yield* explaining;
  const told = yield* withinBounds(explaining, mostDocuments);
  if (told !== undefined) return told;
  // Too much would have to be fetched to prove it.
  const { message, stopped, rounds } = failed;
  const { lines, target } = request;
  const named = { lines, target, isMinimal: false, traps: [] };
  return stopped === undefined
    ? { ...named, kind: 'unknown', message }
    : { ...named, kind: 'stopped', stopped, rounds, busiest: busiestProjects(steps) };
}

function sayExplanation(
  explanation: Explanation,
  language: Language,
): Pick<Failure, 'sentence' | 'argument' | 'drawings'> {
  const wording = wordings[language];
  return {
    sentence: wording.sentence(explanation),
    argument: wording.argument(explanation),
    drawings: drawingsOf(explanation, language),
  };
}

const shownPin = ({ project, version, metadata }: Candidate, { lines }: Request): Pin => ({
  project,
  name: metadata.name,
  version: version.text,
  isOwn: lines.some(({ requirement }) => requirement.project === project),
});
