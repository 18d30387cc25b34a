import { decodeIndexCut } from '../labs/packaging/index-cut.ts';
import { resolverBench } from '../labs/resolve/bench.ts';
import { isResolverLab, labOf } from './labs.ts';
import { labIndex } from './lab-index.ts';

/** What pip would do with a file, on a lab's machine and index. */
export interface Answer {
  readonly solves: boolean;
  /** The versions of the projects that the lab wants: `tensorflow 2.12.0`. */
  readonly pins: readonly string[];
}

/** Asks a lab's engine about other lines than its own. */
export async function answerOf(id: string, requirements: readonly string[]): Promise<Answer> {
  const lab = labOf(id);
  if (!isResolverLab(lab)) throw new Error(`<Solves lab="${id}">: not a lab of the resolver`);
  const { setup } = lab;
  const start = resolverBench.start({
    ...setup,
    requirements: requirements.join('\n'),
    pages: decodeIndexCut(labIndex(setup)),
  });
  const { run } = await resolverBench.apply(start, { type: 'ran' });
  if (!run) throw new Error(`<Solves lab="${id}">: pip cannot read ${requirements.join(' ')}`);
  if (!run.outcome.ok && run.outcome.stopped)
    throw new Error(`<Solves lab="${id}">: the simulator stopped (${run.outcome.stopped.kind})`);
  const pins = run.outcome.ok ? run.outcome.pins : [];
  return {
    solves: run.outcome.ok,
    pins: pins
      .filter(({ project }) => setup.wanted.includes(project))
      .map(({ name, version }) => `${name} ${version.text}`),
  };
}
