// vendor → astro build → headers; and whether any of it has to be done again.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, run, runTool } from './child.mjs';
import { scriptHashesIn } from './csp.mjs';
import { brokenHalves } from './halves.mjs';
import { formatHeadersFile, headerRules } from './headers.mjs';
import { inputsHash } from './inputs.mjs';
import { Problem } from './problem.mjs';

/** Where the built site is. */
export const DIST = join(ROOT, 'dist');
/** Written last: a dist without it is half built, or was built by something else. */
const HEADERS = join(DIST, '_headers');
const STAMP = join(ROOT, '.cache', 'built-from');

/**
 * Builds the site. A page whose Chinese half is missing or stale fails the build; for a reader (`npm start`) it is only
 * said, since she cannot mend it.
 * @param {{ halves?: 'refuse' | 'say', quiet?: boolean }} [options]
 */
export async function buildSite({ halves = 'refuse', quiet = false } = {}) {
  const broken = brokenHalves();
  for (const line of broken) console.error(line);
  if (broken.length > 0 && halves === 'refuse')
    throw new Problem(
      `Not built: ${broken.length} of the book's texts have lost their other half (above).`,
    );

  rmSync(STAMP, { force: true });
  await vendor();
  const stamp = inputsHash();
  const { code, output, seconds } = await runTool('astro', ['build'], { capture: quiet });
  if (code !== 0)
    throw new Problem(
      `${output}The site could not be built: \`astro build\` ended with exit code ${code}; what it said is above. ` +
        '`npm run build` tries again.',
    );
  const hashes = scriptHashesIn(DIST);
  writeFileSync(HEADERS, formatHeadersFile(headerRules(hashes)));
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, stamp);
  console.log(
    `Built in ${seconds.toFixed(1)} s (${hashes.length} inline scripts hashed for the CSP).`,
  );
}

/** Brings what npm does not carry; says what it could not bring, and never fails. */
export const vendor = () => run(process.execPath, ['scripts/vendor.mjs']);

/** Whether dist/ is what the files at hand would give. */
export const isBuilt = () =>
  existsSync(HEADERS) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === inputsHash();
