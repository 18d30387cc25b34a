import type { Engine } from '../core/engine.ts';
import type { Lab } from '../core/lab.ts';
import { isRecord, parseJson } from '../core/json.ts';
import { decodeIndexCut, type IndexCut } from '../packaging/index-cut.ts';
import type { ProjectPage } from '../packaging/project-page.ts';
import type { Target } from '../packaging/target.ts';
import { MOST_CHARACTERS, readEvent, type BenchEvent, type Tool } from './bench-event.ts';
import { readLines, type LineProblem } from './bench-lines.ts';
import { resolveLegacy } from './pip-legacy.ts';
import { resolvePip } from './pip.ts';
import { drain } from './run.ts';
import type { Step } from './step.ts';
import type { Outcome, Request, RootLine } from './types.ts';

export type { BenchEvent, Tool } from './bench-event.ts';
export type { LineProblem } from './bench-lines.ts';

/** Where a resolver bench starts: a file of requirements, a machine, an index. */
export interface BenchSetup {
  /** The text of requirements.txt. */
  readonly requirements: string;
  readonly target: Target;
  readonly tool: Tool;
  /** The resolvers that the learner may choose from; its own alone if undefined. */
  readonly tools?: readonly Tool[];
  /** The projects that must be installed in the end, whatever the versions. */
  readonly wanted: readonly string[];
  /** The data file that holds the index, and its pages once `prepare` has brought them. */
  readonly index: string;
  readonly pages?: ReadonlyMap<string, ProjectPage>;
}

/** One run of pip on one text. */
export interface Run {
  readonly text: string;
  readonly tool: Tool;
  readonly target: Target;
  readonly lines: readonly RootLine[];
  readonly steps: readonly Step[];
  readonly outcome: Outcome;
  /** Projects that were asked for and that this bench's index does not hold. */
  readonly outside: readonly string[];
}

export interface BenchState {
  readonly setup: BenchSetup;
  readonly text: string;
  readonly tool: Tool;
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

/** The engine of every lab in which pip resolves a file, step by step. */
export const resolverBench: Engine<BenchSetup, BenchState, BenchEvent> = {
  kind: 'resolver',
  start: (setup) => ({
    setup,
    text: setup.requirements,
    tool: setup.tool,
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
        const run = runPip(state, lines);
        return { ...state, problems, run, at: 0, seen: 0 };
      }
      case 'chose-tool':
        return { ...state, tool: event.tool };
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
export const requestOf = ({ lines, target }: Pick<Run, 'lines' | 'target'>): Request => ({
  lines,
  target,
  version: '26.3',
});

function runPip(
  { text, tool, setup }: Pick<BenchState, 'text' | 'tool' | 'setup'>,
  lines: readonly RootLine[],
): Run {
  const { target } = setup;
  const request = requestOf({ lines, target });
  const outside = new Set<string>();
  const resolver = tool === 'pip' ? resolvePip(request) : resolveLegacy(request);
  const followed = drain(
    resolver,
    (project) => {
      const page = setup.pages?.get(project);
      if (!page) outside.add(project);
      return page;
    },
    MOST_STEPS,
  );
  return { text, tool, target, lines, ...followed, outside: [...outside] };
}

/** Does what the last run says belong to the file and the resolver as they stand? */
export const isCurrent = ({ run, text, tool }: BenchState): boolean =>
  run !== undefined && run.text === text && run.tool === tool;

/** A search that takes more steps than this is given up, and said to be: a page must stay alive. */
const MOST_STEPS = 20_000;

const firstRuns = new WeakMap<BenchSetup, Run>();

/** What pip does with the file as the bench starts: the answer to predict, the conflict to find. */
export function firstRun(setup: BenchSetup): Run {
  const known = firstRuns.get(setup);
  if (known) return known;
  const start = resolverBench.start(setup) as BenchState; // `as`: this engine answers at once
  const run = runPip(start, readLines(start.text).lines);
  firstRuns.set(setup, run);
  return run;
}
