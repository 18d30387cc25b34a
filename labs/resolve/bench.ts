import type { Engine } from '../core/engine.ts';
import type { Lab } from '../core/lab.ts';
import { SNAPSHOT } from '../packaging/snapshot-shelf.ts';
import type { Target } from '../packaging/target.ts';
import { openIndex, type BenchIndex } from './bench-index.ts';
import { MOST_CHARACTERS, readEvent, type BenchEvent, type Tool } from './bench-event.ts';
import { readLines, type LineProblem } from './bench-lines.ts';
import type { Asked, Run, Runner } from './bench-run.ts';

export type { BenchEvent, Tool } from './bench-event.ts';
export type { LineProblem } from './bench-lines.ts';
export { requestOf, type Run } from './bench-run.ts';

/** Where a resolver bench starts: a file of requirements, a machine, an index (which `prepare` opens). */
export interface BenchSetup extends BenchIndex {
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
  /** Where the lines collide that the file begins with; found when a project is named. */
  readonly shared: readonly string[];
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
    shared: [],
  }),
  async apply(state, event) {
    switch (event.type) {
      case 'edited':
        return { ...state, text: event.text.slice(0, MOST_CHARACTERS), problems: [] };
      case 'ran': {
        const { problems } = readLines(state.text);
        if (problems.length > 0) return { ...state, problems };
        const run = await runPip(state);
        const collided = isCollision(run) ? run : state.collided;
        return { ...state, problems, run, collided, at: 0, seen: 0 };
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
        return { ...state, named: event.project, shared: await sharedProjects(state.setup) };
    }
  },
  readEvent,
  prepare: async (setup, read) => ({ ...setup, ...(await openIndex(setup.index, read)) }),
};

/** A lab on this bench. */
export type ResolverLab = Lab<BenchSetup, BenchState, BenchEvent>;

/** Whoever runs it, the same file on the same machine gives the same run. pip is loaded when it runs here. */
async function runPip({
  text,
  tool,
  target,
  setup,
}: Asked & Pick<BenchState, 'setup'>): Promise<Run> {
  const asked = { text, tool, target };
  if (setup.runner) return setup.runner.run(asked);
  const { runHere } = await import('./follow-file.ts');
  return runHere(asked, setup);
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

const firstRuns = new WeakMap<BenchSetup, Promise<Run>>();

/** What pip does with the file as the bench starts: the answer to predict, the conflict to find. */
export function firstRun(setup: BenchSetup): Promise<Run> {
  const known = firstRuns.get(setup);
  if (known) return known;
  const { requirements: text, tool, target } = setup;
  const run = runPip({ text, tool, target, setup });
  firstRuns.set(setup, run);
  run.catch(() => firstRuns.delete(setup)); // one that was stopped is asked for again
  return run;
}

/** As pip says, or as its plan shows. Asked only where all pages are at hand. */
async function sharedProjects(setup: BenchSetup): Promise<readonly string[]> {
  if (setup.index === SNAPSHOT) return [];
  const { outcome } = await firstRun(setup);
  return outcome.ok
    ? (outcome.broken ?? []).map(({ requirement }) => requirement.project)
    : outcome.causes.map(({ requirement }) => requirement.project);
}
