import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
import svelte from '@astrojs/svelte';
import { sidebar } from './src/book.ts';
import { siteRoutes } from './src/routes.ts';

const override = (name) => `./src/components/shell/${name}.astro`;

export default defineConfig({
  // The address of a public copy, for canonical links and the sitemap. Nothing else needs it.
  ...(process.env.SITE_URL ? { site: process.env.SITE_URL } : {}),
  srcDir: '.', // Starlight reads <srcDir>/content/docs; ours is at the top.
  prefetch: false,
  devToolbar: { enabled: false },
  integrations: [
    starlight({
      title: { en: 'Works on My Machine', 'zh-CN': '在我电脑上能跑' },
      locales: {
        root: { label: 'English', lang: 'en' },
        'zh-cn': { label: '简体中文', lang: 'zh-CN' },
      },
      sidebar: sidebar(),
      disable404Route: true, // ours speaks both languages: src/routes.ts
      markdown: { processedDirs: ['./labs/scenarios/'] },
    }),
    svelte(),
    siteRoutes(),
  ],
  vite: {
    resolve: { alias: { '~': fileURLToPath(new URL('./src', import.meta.url)) } },
  },
});
