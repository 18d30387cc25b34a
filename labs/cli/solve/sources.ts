import type { Source as Answers } from '../../resolve/asking.ts';
import type { IndexSource } from '../../resolve/types.ts';
import { openDirectLinks } from './direct-links.ts';
import { openFindLinks } from './find-links.ts';
import { openIndexFolder } from './index-folder.ts';
import { openRemote } from './remote.ts';
import type { Settings } from './settings.ts';
import { NotInSnapshot, openSnapshot } from './snapshot.ts';
import { createLookup, type OpenOptions, type Source } from './source.ts';

/** Every place that the settings name. */
export interface Sources {
  readonly main: IndexSource;
  readonly more: readonly IndexSource[];
  /** What pip prints before it looks for anything. */
  readonly greeting: readonly string[];
  /** Answers a resolver's `needs`. A project that the snapshot lacks ends the run. */
  readonly answers: Answers;
  readonly names: readonly string[];
  /** Whether what it does not have may exist all the same. */
  readonly isSnapshot: boolean;
  /** Whether METADATA must be fetched one by one. */
  readonly isFetched: boolean;
}

const ADDRESS = /^https?:\/\//i;
const PUBLIC = 'https://pypi.org/simple';
/** `--no-index` alone: only files named outright. */
const NOWHERE: Source = {
  index: { kind: 'find-links', directory: '' },
  page: () => undefined,
  metadata: ({ filename }) => {
    throw new Error(`Nowhere has no ${filename}.`);
  },
};

/** The same answers, but what the snapshot lacks is answered with "no such project", and told. */
export function forgiving(answers: Answers, tell: (project: string) => void = () => {}): Answers {
  return (project, file, needs) => {
    try {
      return answers(project, file, needs);
    } catch (problem) {
      if (!(problem instanceof NotInSnapshot)) throw problem;
      tell(project);
      return undefined;
    }
  };
}

/** Opens what the settings name. */
export function openSources(settings: Settings, options: OpenOptions): Sources {
  const { indexes, findLinks, requireHashes } = settings;
  const opened = [
    ...indexes.map((index) => openIndex(index, options)),
    ...findLinks.map((folder) => openFindLinks(folder, requireHashes)),
  ];
  const [main = NOWHERE, ...more] = opened;
  const mainLookup = createLookup(main);
  const lookups = new Map(more.map((source) => [source.index, createLookup(source)]));
  const linked = openDirectLinks(requireHashes);
  return {
    main: main.index,
    more: more.map(({ index }) => index),
    greeting: greetingOf(opened, findLinks),
    answers: (project, file, { from, link }) => {
      if (link !== undefined) return linked(link);
      const lookup = from === undefined ? undefined : lookups.get(from);
      return (lookup ?? mainLookup)(project, file);
    },
    names: opened.flatMap(({ names }) => names ?? []),
    isSnapshot: indexes.includes('snapshot'),
    isFetched: indexes.some((index) => ADDRESS.test(index)),
  };
}

function openIndex(index: string, options: OpenOptions): Source {
  if (index === 'snapshot') return openSnapshot(options);
  return ADDRESS.test(index) ? openRemote(index, options) : openIndexFolder(index);
}

/** As pip has it: where it looks, unless that is the public index alone. */
function greetingOf(opened: readonly Source[], findLinks: readonly string[]): readonly string[] {
  const urls = opened.flatMap(({ index }) => (index.kind === 'simple' ? [index.url] : []));
  const isSaid = urls.length > 0 && urls.join() !== PUBLIC;
  return [
    ...(isSaid ? [`Looking in indexes: ${urls.join(', ')}`] : []),
    ...(findLinks.length === 0 ? [] : [`Looking in links: ${findLinks.join(', ')}`]),
  ];
}
