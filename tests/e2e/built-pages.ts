import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const NO_TEXT = /<(script|style|head|nav|header|footer)\b[\s\S]*?<\/\1>|<[^>]*>/g;

/** Every page of the built site by its address, in order: `/`, `/pip/conflicts/`, `/zh-cn/` … The 404 pages are apart. */
export const builtPages: readonly string[] = globSync('**/index.html', { cwd: DIST })
  .map((path) => `/${path.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
  .filter((address) => !address.endsWith('/404/'))
  .sort();

/** The text of a page, without what stands around it on every page. */
export const builtText = (address: string): string =>
  readFileSync(join(DIST, address, 'index.html'), 'utf8').replace(NO_TEXT, ' ');

/** The same page in the other language. */
export const otherHalf = (address: string): string =>
  address.startsWith('/zh-cn/') ? address.slice('/zh-cn'.length) : `/zh-cn${address}`;
