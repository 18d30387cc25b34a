import type { Engine, LabEvent } from '../core/engine.ts';
import type { Lab } from '../core/lab.ts';
import { isRecord, parseJson } from '../core/json.ts';
import { decodeIndexCut, type IndexCut } from '../packaging/index-cut.ts';
import type { ProjectPage } from '../packaging/project-page.ts';
import type { Target } from '../packaging/target.ts';
import { readLines, type LineProblem } from './bench-lines.ts';
import { resolvePip } from './pip.ts';
import { drain } from './run.ts';
import type { Step } from './step.ts';
import type { Outcome, Request, RootLine } from './types.ts';

export type { LineProblem } from './bench-lines.ts';

/** Where a resolver bench starts: a file of requirements, a machine, an index. */
export interface BenchSetup {
  /** The text of requirements.txt. */
  readonly requirements: string;
  readonly target: Target;
  /** The projects that must be installed in the end, whatever the versions. */
  readonly wanted: readonly string[];
  /** The data file that holds the index, and its pages once `prepare` has brought them. */
  readonly index: string;
  readonly pages?: ReadonlyMap<string, ProjectPage>;
}

/** What a learner does at the bench. Steps are looks around: an undo takes a run back whole. */
export type BenchEvent =
  | { readonly type: 'edited'; readonly text: string }
  | { readonly type: 'ran' }
  | ({ readonly type: 'stepped'; readonly to: number } & Pick<LabEvent, 'move'>)
  | { readonly type: 'named'; readonly project: string };

/** One run of pip on one text. */
export interface Run {
  readonly text: string;
  readonly lines: readonly RootLine[];
  readonly steps: readonly Step[];
  readonly outcome: Outcome;
  /** Projects that were asked for and that this bench's index does not hold. */
  readonly outside: readonly string[];
}

export interface BenchState {
  readonly setup: BenchSetup;
  readonly text: string;
  /** What pip would say of lines that it cannot read; it does not run then. */
  readonly problems: readonly LineProblem[];
  readonly run: Run | undefined;
  /** How many steps of the run are taken on the page. */
  readonly at: number;
  /** The furthest that was ever looked at in this run. */
  readonly seen: number;
  /** The project that the learner says the conflict is about. */
  readonly named: string | undefined;
}

const MOST_CHARACTERS = 100_000;

/** The engine of every lab in which pip resolves a file, step by step. */
export const resolverBench: Engine<BenchSetup, BenchState, BenchEvent> = {
  kind: 'resolver',
  start: (setup) => ({
    setup,
    text: setup.requirements,
    problems: [],
    run: undefined,
    at: 0,
    seen: 0,
    named: undefined,
  }),
  apply(state, event) {
    switch (event.type) {
      case 'edited':
        return { ...state, text: event.text.slice(0, MOST_CHARACTERS), problems: [] };
      case 'ran': {
        const { lines, problems } = readLines(state.text);
        if (problems.length > 0) return { ...state, problems };
        const run = runPip(state.text, lines, state.setup);
        return { ...state, problems, run, at: 0, seen: 0 };
      }
      case 'stepped': {
        const at = Math.max(0, Math.min(state.run?.steps.length ?? 0, event.to));
        return { ...state, at, seen: Math.max(state.seen, at) };
      }
      case 'named':
        return { ...state, named: event.project };
    }
  },
  readEvent,
  async prepare(setup, read) {
    const cut = parseJson(await read(setup.index));
    if (!isRecord(cut) || !Array.isArray(cut['pages']))
      throw new Error(`${setup.index}: not an index`);
    // `as`: our own build wrote the pages; decoding leaves out what points nowhere.
    return { ...setup, pages: decodeIndexCut(cut as unknown as IndexCut) };
  },
};

/** A lab on this bench. */
export type ResolverLab = Lab<BenchSetup, BenchState, BenchEvent>;

/** What pip is asked in a run. */
export const requestOf = ({ lines }: Pick<Run, 'lines'>, setup: BenchSetup): Request => ({
  lines,
  target: setup.target,
  version: '26.3',
});

function runPip(text: string, lines: readonly RootLine[], setup: BenchSetup): Run {
  const outside = new Set<string>();
  const followed = drain(resolvePip(requestOf({ lines }, setup)), (project) => {
    const page = setup.pages?.get(project);
    if (!page) outside.add(project);
    return page;
  });
  return { text, lines, ...followed, outside: [...outside] };
}

const firstRuns = new WeakMap<BenchSetup, Run>();

/** What pip does with the file as the bench starts: the answer to predict, the conflict to find. */
export function firstRun(setup: BenchSetup): Run {
  const known = firstRuns.get(setup);
  if (known) return known;
  const run = runPip(setup.requirements, readLines(setup.requirements).lines, setup);
  firstRuns.set(setup, run);
  return run;
}

/** One row of the goal: what is wanted, and what the last run says of it. */
export interface GoalRow {
  readonly id: string;
  readonly what: string;
  /** `installed`: in any version. */
  readonly wanted: string;
  /** Undefined while nothing has run; `missing` for a project that is not in the plan. */
  readonly now: string | undefined;
  readonly met: boolean;
}

/** The goal of a bench: pip exits with 0, and every wanted project is in the plan. */
export function goalOf({ setup, run, text }: BenchState): GoalRow[] {
  const current = run?.text === text ? run : undefined;
  const exit = current && (current.outcome.ok ? '0' : '1');
  return [
    {
      id: 'exit',
      what: 'pip install',
      wanted: 'exit 0',
      now: exit && `exit ${exit}`,
      met: exit === '0',
    },
    ...setup.wanted.map((project): GoalRow => {
      const pin = current?.outcome.ok
        ? current.outcome.pins.find((candidate) => candidate.project === project)
        : undefined;
      const now = current && (pin?.version.text ?? 'missing');
      return { id: project, what: project, wanted: 'installed', now, met: pin !== undefined };
    }),
  ];
}

/** Does pip install everything that is wanted, by the file as it stands? */
export const isGoalMet = (state: BenchState): boolean => goalOf(state).every(({ met }) => met);

function readEvent(value: unknown): BenchEvent | undefined {
  if (!isRecord(value)) return undefined;
  const { type, text, to, project } = value;
  if (type === 'edited' && typeof text === 'string' && text.length <= MOST_CHARACTERS)
    return { type, text };
  if (type === 'ran') return { type };
  if (type === 'stepped' && typeof to === 'number' && Number.isSafeInteger(to))
    return { type, to, move: false };
  if (type === 'named' && typeof project === 'string' && project.length <= 200)
    return { type, project };
  return undefined;
}
