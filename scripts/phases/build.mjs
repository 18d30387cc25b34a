import { brokenHalves } from '../halves.mjs';
import { Problem } from '../problem.mjs';
import { buildSite, isBuilt } from '../site-build.mjs';
import { single } from './result.mjs';

/** The site builds and both halves of the book are there. @returns {Promise<import('./result.mjs').Result>} */
export async function build() {
  if (isBuilt() && brokenHalves().length === 0) return single(true, '');
  try {
    await buildSite({ quiet: true });
    return single(true, '');
  } catch (problem) {
    if (problem instanceof Problem) return single(false, problem.message);
    throw problem;
  }
}
