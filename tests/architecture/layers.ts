/**
 * Who may know whom. A file belongs to the longest folder named here. A folder always knows itself; of another it may use the values, the types only, or load it lazily
 * (when a reader touches what needs it). Folders that are not here yet have their place already.
 */
export interface Layer {
  readonly values: readonly string[];
  readonly types?: readonly string[];
  readonly lazily?: readonly string[];
  /** Packages and Node modules, by the beginning of their name; `*`: any. */
  readonly packages: readonly string[];
}

const RESOLVERS = ['labs/core', 'labs/packaging'];
const ENGINES = [
  ...RESOLVERS,
  'labs/resolve',
  'labs/conda',
  'labs/machine',
  'labs/diagrams',
  'labs/python',
  'labs/node',
];

/** The files that lie in src itself: what the site knows of itself when it is built (parts, labs, their answers). */
const SITE = 'src/*';
/** Data that a page may read when it is built. */
const DATA = ['public/snapshot', 'content/sources.json'];

export const layers: Readonly<Record<string, Layer>> = {
  'labs/core': { values: [], packages: [] },
  // pyproject.toml and pylock.toml are TOML.
  'labs/packaging': { values: ['labs/core'], packages: ['smol-toml'] },
  'labs/resolve': { values: RESOLVERS, packages: [] },
  'labs/conda': { values: RESOLVERS, packages: [] },
  'labs/diagrams': { values: ['labs/core'], packages: [] },
  'labs/python': { values: ['labs/core'], packages: [] },
  'labs/node': { values: ['labs/core'], packages: [] },
  'labs/machine': { values: [...RESOLVERS, 'labs/resolve', 'labs/conda'], packages: [] },
  'labs/scenarios': { values: ENGINES, packages: [] },
  'labs/cli': { values: [...ENGINES, 'labs/scenarios'], packages: ['*'] },
  src: { values: [...ENGINES, 'labs/scenarios', ...DATA], packages: ['*'] },
  'src/hosts': { values: [...ENGINES, 'labs/scenarios', SITE], packages: ['*'] },
  'src/components': {
    values: ['src/hosts', 'src/styles', 'labs/core', SITE, ...DATA],
    types: [...ENGINES, 'labs/scenarios'],
    lazily: ['labs/scenarios'],
    packages: ['*'],
  },
  // A bench shows its engine at work, and knows it.
  'src/components/lab/resolver': {
    values: ['src/components', 'src/hosts', 'src/styles', ...RESOLVERS, 'labs/resolve'],
    types: ['labs/scenarios'],
    packages: ['*'],
  },
  'src/components/lab/choosing': {
    values: [
      'src/components',
      'src/components/lab/resolver',
      'src/hosts',
      'src/styles',
      ...RESOLVERS,
      'labs/resolve',
    ],
    types: ['labs/scenarios'],
    packages: ['*'],
  },
  'src/components/lab/specifiers': {
    values: ['src/components', 'src/styles', ...RESOLVERS],
    packages: ['*'],
  },
  'src/components/lab/tags': {
    values: ['src/components', ...RESOLVERS, 'labs/resolve'],
    packages: ['*'],
  },
  'src/components/lab/days': {
    values: ['src/components', 'src/styles', ...RESOLVERS, 'labs/resolve'],
    packages: ['*'],
  },
  'src/components/lab/doors': {
    values: ['src/components', ...RESOLVERS, 'labs/resolve'],
    packages: ['*'],
  },
  'src/components/lab/python': {
    values: ['src/components', 'src/hosts', 'labs/core', 'labs/python'],
    packages: ['*'],
  },
  'src/styles': { values: [], packages: [] },
  // Routes run when the site is built; some of them are data that an engine cuts, one is the frame that Python runs in.
  'src/routes': {
    values: [
      'src/components',
      'src/hosts/python/frame.ts',
      ...ENGINES,
      'labs/scenarios',
      SITE,
      ...DATA,
    ],
    packages: ['*'],
  },
  content: { values: ['src/components'], packages: ['@astrojs/starlight/components'] },
};

/** Exceptions, a reason each. */
export const exceptions: Readonly<Record<string, string>> = {
  'labs/cli/womm.mjs → scripts/own-node.mjs (value)':
    'womm runs on the same Node as the npm commands, wherever it is started',
};
