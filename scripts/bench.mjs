// npm run bench [part of a file name …]: every bench in turn; each prints its own table.
import { ready } from './ready.mjs';

ready().then(async () => {
  const { globSync } = await import('node:fs');
  const { ROOT, run } = await import('./child.mjs');
  const only = process.argv.slice(2);
  const benches = globSync('tests/bench/*.ts', { cwd: ROOT, exclude: ['**/*.test.ts'] })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => only.length === 0 || only.some((part) => path.includes(part)))
    .sort();
  for (const path of benches) {
    console.log(`\n${path}`);
    const { code } = await run(process.execPath, [path]);
    if (code !== 0) process.exitCode = 1;
  }
});
