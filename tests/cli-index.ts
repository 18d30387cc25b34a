import type { MadeIndex } from './cli-folder.ts';

/** A small world: an app that needs a library, a tool that needs an old one, and what can go wrong. */
export const INDEX: MadeIndex = {
  app: {
    'app-1.0-py3-none-any.whl': {
      requires: ['lib<2', 'tool'],
      extras: ['fast'],
      at: '2020-01-01T00:00:00Z',
    },
    'app-2.0-py3-none-any.whl': {
      requires: ['lib>=2', 'tool; python_version < "3.9"', 'speed; extra == "fast"'],
      extras: ['fast'],
      at: '2024-01-01T00:00:00Z',
    },
  },
  lib: {
    'lib-1.5-py3-none-any.whl': { at: '2020-01-01T00:00:00Z' },
    'lib-2.1-cp312-cp312-win_amd64.whl': { requires: ['winthing'], at: '2024-01-01T00:00:00Z' },
    'lib-2.0-py3-none-any.whl': { at: '2024-01-01T00:00:00Z' },
  },
  tool: { 'tool-0.1-py3-none-any.whl': { requires: ['lib<2'], at: '2019-06-01T00:00:00Z' } },
  speed: {
    'speed-1.0-py3-none-any.whl': { yanked: 'wrong results', at: '2024-01-01T00:00:00Z' },
    'speed-1.1-py3-none-any.whl': { python: '>=3.14', at: '2024-01-01T00:00:00Z' },
  },
  winthing: { 'winthing-7-py3-none-any.whl': { at: '2024-01-01T00:00:00Z' } },
  source: { 'source-1.0.tar.gz': { at: '2024-01-01T00:00:00Z' } },
};
