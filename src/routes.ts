import type { AstroIntegration } from 'astro';

/** Every page that is not a chapter. (`srcDir` is the root, so `src/pages` has no magic.) */
const routes = {
  '/404': './src/routes/not-found.astro',
  '/zh-cn/404': './src/routes/not-found.astro',
  '/explain': './src/routes/explain.astro',
  '/zh-cn/explain': './src/routes/explain.astro',
  '/labs/[lab]': './src/routes/lab.astro',
  '/zh-cn/labs/[lab]': './src/routes/lab.astro',
  '/data/[lab].json': './src/routes/lab-data.ts',
  '/python/frame.html': './src/routes/python-frame.ts',
};

/** Gives Astro the pages above. */
export const siteRoutes = (): AstroIntegration => ({
  name: 'site-routes',
  hooks: {
    'astro:config:setup': ({ injectRoute }) => {
      for (const [pattern, entrypoint] of Object.entries(routes))
        injectRoute({ pattern, entrypoint });
    },
  },
});
