import type { Engine } from '../core/engine.ts';
import type { Lab } from '../core/lab.ts';
import { isRecord, parseJson } from '../core/json.ts';
import { decodeIndexCut, type IndexCut } from '../packaging/index-cut.ts';
import { openSnapshotShelf, SNAPSHOT, type PageShelf } from '../packaging/snapshot-shelf.ts';
import type { Target } from '../packaging/target.ts';
import { answer, answerLater, type Source } from './asking.ts';
import { MOST_CHARACTERS, readEvent, type BenchEvent, type Tool } from './bench-event.ts';
import { readLines, type LineProblem } from './bench-lines.ts';
import { followFile, type Run, type Runner } from './bench-run.ts';

export type { BenchEvent, Tool } from './bench-event.ts';
export type { LineProblem } from './bench-lines.ts';
export { requestOf, type Run } from './bench-run.ts';

/** Where a resolver bench starts: a file of requirements, a machine, an index. */
export interface BenchSetup {
  /** The text of requirements.txt. */
  readonly requirements: string;
  readonly target: Target;
  /** The learner may choose another Python and another kind of machine. */
  readonly isTargetOpen?: true;
  /** Lines that the learner may put into the file without typing them. */
  readonly suggested?: readonly string[];
  readonly tool: Tool;
  /** The resolvers that the learner may choose from; its own alone if undefined. */
  readonly tools?: readonly Tool[];
  /**
   * The projects that must be installed in the end, whatever the versions. None: those of the
   * learner's own lines that pip refused.
   */
  readonly wanted: readonly string[];
  /** The data file that holds the index; or the whole snapshot, whose pages come as they are asked for. */
  readonly index: string;
  /** The pages at hand, once `prepare` has brought them or found where they are. */
  readonly pages?: PageShelf;
  /** Where pages that are not at hand come from. */
  readonly source?: Source;
  /** Where pip runs, if not here. */
  readonly runner?: Runner;
}

export interface BenchState {
  readonly setup: BenchSetup;
  readonly text: string;
  readonly tool: Tool;
  readonly target: Target;
  /** What pip would say of lines that it cannot read; it does not run then. */
  readonly problems: readonly LineProblem[];
  readonly run: Run | undefined;
  /** The last run in which pip found that lines collide; later ones that succeed leave it. */
  readonly collided: Run | undefined;
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
    target: setup.target,
    problems: [],
    run: undefined,
    collided: undefined,
    at: 0,
    seen: 0,
    named: undefined,
  }),
  apply(state, event) {
    switch (event.type) {
      case 'edited':
        return { ...state, text: event.text.slice(0, MOST_CHARACTERS), problems: [] };
      case 'ran': {
        const { problems } = readLines(state.text);
        if (problems.length > 0) return { ...state, problems };
        const shown = (run: Run): BenchState => {
          const collided = isCollision(run) ? run : state.collided;
          return { ...state, problems, run, collided, at: 0, seen: 0 };
        };
        const run = runPip(state);
        return run instanceof Promise ? run.then(shown) : shown(run);
      }
      case 'chose-tool':
        return { ...state, tool: event.tool };
      case 'chose-target': {
        const { python, platform } = event;
        return state.setup.isTargetOpen
          ? { ...state, target: { ...state.setup.target, python, platform } }
          : state;
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
    if (setup.index === SNAPSHOT) {
      const snapshot = await openSnapshotShelf(read);
      return { ...setup, pages: snapshot, source: (project) => snapshot.fetch(project) };
    }
    const cut = parseJson(await read(setup.index));
    if (!isRecord(cut) || !Array.isArray(cut['pages']))
      throw new Error(`${setup.index}: not an index`);
    // `as`: our own build wrote the pages; decoding leaves out what points nowhere.
    return { ...setup, pages: decodeIndexCut(cut as unknown as IndexCut) };
  },
};

/** A lab on this bench. */
export type ResolverLab = Lab<BenchSetup, BenchState, BenchEvent>;

/** Whoever runs it, the same file on the same machine gives the same run. */
function runPip(state: Pick<BenchState, 'text' | 'tool' | 'target' | 'setup'>): Run | Promise<Run> {
  const { text, tool, target, setup } = state;
  const asked = { text, tool, target };
  if (setup.runner) return setup.runner.run(asked);
  return setup.source
    ? answerLater(followFile(asked), setup.source)
    : answer(followFile(asked), (project) => setup.pages?.get(project));
}

/** Do requirements of this run leave nothing together that each of them leaves something of? */
export const isCollision = ({ outcome }: Run): boolean =>
  !outcome.ok && new Set(outcome.causes.map(({ requirement }) => requirement)).size > 1;

/** Does what the last run says belong to the file and the resolver as they stand? */
export const isCurrent = ({ run, text, tool, target }: BenchState): boolean =>
  run !== undefined &&
  run.text === text &&
  run.tool === tool &&
  run.target.python === target.python &&
  run.target.platform === target.platform;

const firstRuns = new WeakMap<BenchSetup, Run>();

/**
 * What pip does with the file as the bench starts: the answer to predict, the conflict to find. Asked
 * only where all pages are at hand.
 */
export function firstRun(setup: BenchSetup): Run {
  const known = firstRuns.get(setup);
  if (known) return known;
  const { requirements: text, tool, target } = setup;
  const run = answer(followFile({ text, tool, target }), (project) => setup.pages?.get(project));
  firstRuns.set(setup, run);
  return run;
}
