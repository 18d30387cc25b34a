// npm run build: the site in dist/, with the headers it wants.
import { ready } from './ready.mjs';

ready().then(async () => {
  const { command } = await import('./problem.mjs');
  const { buildSite } = await import('./site-build.mjs');
  await command(() => buildSite());
});
