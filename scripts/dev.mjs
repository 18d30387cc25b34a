// npm run dev: the site as its authors see it, rebuilt at each change. [-- --port 4322]
import { ready } from './ready.mjs';

ready().then(async () => {
  const { runTool } = await import('./child.mjs');
  process.on('SIGINT', () => {}); // Astro ends by itself; we wait for it
  const { code } = await runTool('astro', ['dev', '--host', '127.0.0.1', ...process.argv.slice(2)]);
  process.exit(code);
});
