import { contains, parseSpecifierSet } from '../../labs/packaging/specifier.ts';
import type { Target } from '../../labs/packaging/target.ts';
import { parseVersion } from '../../labs/packaging/version.ts';
import type { Asking } from '../../labs/resolve/asking.ts';
import { MOST_LINES } from '../../labs/resolve/bench-lines.ts';
import { nearestNames } from '../../labs/resolve/explain/nearest-names.ts';
import { trapOf } from '../../labs/resolve/explain/trap-names.ts';
import { readPasted } from '../../labs/resolve/pasted/read-pasted.ts';
import { rootLinesOf } from '../../labs/resolve/pasted/root-lines.ts';
import { collectedLines } from '../../labs/resolve/reading/collected-lines.ts';
import {
  readPylock,
  readPyproject,
  readRequirements,
  type ReaderFile,
} from '../../labs/resolve/reading/reader-file.ts';
import { textKind, type TextKind } from '../../labs/resolve/reading/text-kind.ts';
import type { Candidate, Request, RootLine } from '../../labs/resolve/types.ts';
import { tellPasted } from '../../labs/resolve/wording/pasted-wording.ts';
import type { About, Answer, Outside, Pin, Question, Told } from './explain-answer.ts';
import {
  solveAndExplain,
  type Followed,
  type Hear,
  type Known,
  type Solve,
} from './explain-solve.ts';
import { fullPython } from './explain-targets.ts';

/** What the worker learns on the way to an answer. */
export interface Tell extends Pick<Hear, 'progress'> {
  /** An answer of which not everything is known yet. */
  readonly partly: (answer: Answer) => void;
}

/** What came of a question: the answer, and the run that it is about. */
export interface Worked {
  readonly answer: Answer;
  readonly solved: Extract<Solve, { readonly ok: true }> | undefined;
  readonly followed: Followed | undefined;
}

/** A question to its answer. It asks for pages as a resolver does. */
export function* workOut(question: Question, known: Known, tell: Tell): Asking<Worked> {
  tell.progress({ phase: 'reading', rounds: 0, refused: 0 });
  const { text, name, platform } = question;
  const target: Target = { python: fullPython(question.python), platform, implementation: 'cp' };
  const kind = textKind(text, name);
  const base: About = {
    question,
    textKind: kind,
    passedOver: [],
    outside: [],
    otherPython: undefined,
  };
  const told = (answer: Told, about: About = base, followed?: Followed): Worked => ({
    answer: { ...about, ...answer },
    solved: undefined,
    followed,
  });
  if (kind === 'empty' || kind === 'environment') return told({ kind });
  if (kind === 'output') {
    const { output, followed } = yield* readOutput(question, target, known, tell, base);
    return told(output, base, followed);
  }
  const file = readFile(kind, text, target);
  const otherPython = unmetPython(file, target);
  const read = { ...base, passedOver: file.passedOver, otherPython };
  if (file.faults.length > 0) return told({ kind: 'faulty', faults: file.faults }, read);
  if (file.lines.length === 0) return told({ kind: 'nothing-asked' }, read);
  if (file.lines.length > MOST_LINES) return told({ kind: 'too-many', most: MOST_LINES }, read);
  const { lines, outside } = withoutOutside(file.lines, known);
  const about = { ...read, outside };
  if (lines.length === 0) return told({ kind: 'nothing-known' }, about);
  const request: Request = { lines, target, version: '26.3' };
  const solve = yield* solveAndExplain(request, question, known, {
    progress: tell.progress,
    failure: (failure) => tell.partly({ ...about, ...failure }),
  });
  if (!solve.ok) return told(solve.failure, about, solve);
  const { rounds, refused, outcome } = solve;
  const pins = outcome.pins.map((pin) => shownPin(pin, request));
  const answer = { ...about, kind: 'solved', pins, rounds, refused } as const;
  return { answer, solved: solve, followed: solve };
}

/** What pip printed: told from its text, and solved again where it names what was asked. */
function* readOutput(
  question: Question,
  target: Target,
  known: Known,
  tell: Tell,
  about: About,
): Asking<{ readonly output: Told; readonly followed?: Followed }> {
  const [error] = readPasted(question.text).errors;
  if (error === undefined) return { output: { kind: 'output', sentences: [], failure: undefined } };
  const { what, check, next } = tellPasted(error, question.language);
  const output = { kind: 'output', sentences: [what, check, next], failure: undefined } as const;
  const named = error.kind === 'conflict' ? rootLinesOf(error) : [];
  const lines = named ?? collectedLines(question.text);
  if (lines.length === 0 || withoutOutside(lines, known).outside.length > 0) return { output };
  tell.partly({ ...about, ...output });
  const request: Request = { lines, target, version: '26.3' };
  // There is no file here in which a fix could be made.
  const solve = yield* solveAndExplain(request, { ...question, text: '' }, known, {
    progress: tell.progress,
    failure: (failure) => tell.partly({ ...about, ...output, failure }),
  });
  return solve.ok ? { output } : { output: { ...output, failure: solve.failure }, followed: solve };
}

function readFile(kind: TextKind, text: string, target: Target): ReaderFile {
  if (kind === 'pyproject') return readPyproject(text);
  return kind === 'pylock' ? readPylock(text, target) : readRequirements(text);
}

function unmetPython({ requiresPython }: ReaderFile, { python }: Target): string | undefined {
  const asked = requiresPython === undefined ? undefined : parseSpecifierSet(requiresPython);
  const version = parseVersion(python);
  return asked && version && !contains(asked, version) ? requiresPython : undefined;
}

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

const shownPin = ({ project, version, metadata }: Candidate, { lines }: Request): Pin => ({
  project,
  name: metadata.name,
  version: version.text,
  isOwn: lines.some(({ requirement }) => requirement.project === project),
});
