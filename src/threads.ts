import type { Plugin } from 'vite';

const THREAD = /\?thread$/;

/**
 * Vite builds a worker apart, with a copy of whatever the page has as well. `import address from
 * './x.worker.ts?thread'` is the address of one that is built with the page: what both need is fetched
 * once. It may not import lazily (what Vite makes of `import()` on a page wants a document).
 */
export const threads = (): Plugin => ({
  name: 'threads',
  enforce: 'pre',
  load: {
    filter: { id: THREAD },
    handler(id) {
      const file = id.replace(THREAD, '');
      if (this.environment.mode === 'dev')
        return `export { default } from ${JSON.stringify(`${file}?worker&url`)};`;
      return `export default import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'chunk', id: file })};`;
    },
  },
});
