import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
import svelte from '@astrojs/svelte';
import { sidebar } from './src/book.ts';
import { classicScripts } from './src/classic-scripts.ts';
import { pythonFiles } from './src/python-files.ts';
import { siteRoutes } from './src/routes.ts';
import { codeThemes } from './src/styles/code-themes.mjs';
import { threads } from './src/threads.ts';

/** The parts of Starlight's page that are ours: src/components/shell/. */
const shell = [
  'Footer',
  'Head',
  'Header',
  'LanguageSelect',
  'MobileMenuFooter',
  'PageTitle',
  'Search',
  'Sidebar',
  'SiteTitle',
  'ThemeProvider',
  'ThemeSelect',
  'TwoColumnContent',
];

/** One file a concern, tokens first: src/styles/. */
const styles = [
  'tokens',
  'starlight',
  'base',
  'shapes',
  'layout',
  'chrome',
  'chapter',
  'notes',
  'code',
  'print',
];

/** What benches share of labs/packaging in one file, which packs better than seven. A group takes along what its files import. */
const packaging = {
  name: 'packaging',
  test: /\/labs\/packaging\/(?!specifier-(?:bench|goal)|snapshot-shelf)/,
};

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
      components: Object.fromEntries(
        shell.map((part) => [part, `./src/components/shell/${part}.astro`]),
      ),
      customCss: styles.map((concern) => `./src/styles/${concern}.css`),
      expressiveCode: {
        themes: codeThemes,
        useStarlightUiThemeColors: false,
        defaultProps: { wrap: true },
        styleOverrides: {
          borderRadius: '0',
          borderWidth: '0',
          codeFontFamily: 'var(--mono)',
          codeFontSize: 'var(--text-code)',
          uiFontFamily: 'var(--sans)',
          frames: { shadowColor: 'transparent' },
          textMarkers: {
            markBackground: 'transparent',
            markBorderColor: 'var(--accent)',
            insBackground: 'transparent',
            insBorderColor: 'var(--chosen)',
            delBackground: 'transparent',
            delBorderColor: 'var(--refused)',
          },
        },
      },
      disable404Route: true, // ours speaks both languages: src/routes.ts
      markdown: { processedDirs: ['./labs/scenarios/'] },
    }),
    svelte(),
    siteRoutes(),
    pythonFiles(),
  ],
  vite: {
    resolve: { alias: { '~': fileURLToPath(new URL('./src', import.meta.url)) } },
    plugins: [classicScripts(), threads()],
    environments: {
      client: {
        build: { rolldownOptions: { output: { codeSplitting: { groups: [packaging] } } } },
      },
    },
  },
});
