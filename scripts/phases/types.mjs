// Types: each engine by itself (so that none can lean on the DOM or on Node), then the site.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runTool } from '../child.mjs';
import { single, together } from './result.mjs';

const AT_A_TIME = 2;

/** @returns {Promise<import('./result.mjs').Result>} */
export async function types() {
  const projects = globSync(
    ['labs/*/tsconfig.json', 'tests/tsconfig.json', 'scripts/tsconfig.json'],
    { cwd: ROOT },
  )
    .map((path) => path.replaceAll('\\', '/').replace('/tsconfig.json', ''))
    .sort();
  const checks = [
    () => siteCheck('@astrojs/check', ['--root', '.', '--tsconfig', 'src/tsconfig.json']),
    ...(globSync('src/**/*.svelte', { cwd: ROOT }).length > 0
      ? [
          () =>
            siteCheck('svelte-check', [
              '--workspace',
              'src',
              '--tsconfig',
              './tsconfig.json',
              '--output',
              'human',
            ]),
        ]
      : []),
    ...projects.map((project) => () => compile(project)),
  ];
  // The site's checks read .astro/types.d.ts, which a fresh clone does not have yet.
  const { code, output } = await runTool('astro', ['sync'], { capture: true });
  if (code !== 0) return single(false, `astro sync\n${output}`);
  return together(await inPool(checks, AT_A_TIME));
}

/** @param {string} project */
async function compile(project) {
  const info = join('.tsbuild', `${project.replaceAll('/', '-')}.tsbuildinfo`);
  const args = ['-p', project, '--pretty', 'false', '--incremental', '--tsBuildInfoFile', info];
  const { code, output } = await runTool('typescript', args, { capture: true });
  return single(code === 0, `tsc -p ${project}\n${output}`);
}

/** @param {string} tool @param {readonly string[]} args */
async function siteCheck(tool, args) {
  const { code, output } = await runTool(tool, args, { capture: true });
  return single(code === 0, `${tool} ${args.join(' ')}\n${output}`);
}

/**
 * @template T
 * @param {readonly (() => Promise<T>)[]} jobs
 * @param {number} width
 * @returns {Promise<T[]>} in the order of the jobs
 */
async function inPool(jobs, width) {
  /** @type {T[]} */
  const results = [];
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < jobs.length; at = next++) {
      const job = jobs[at];
      if (job) results[at] = await job();
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
