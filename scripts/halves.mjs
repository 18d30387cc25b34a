// The book has two halves, English and Chinese: which page has lost its other half, or was changed without it.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './child.mjs';
import { Problem } from './problem.mjs';

const FRONTMATTER = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;
const SOURCE = /^source:[ \t]*['"]?([^'"\s]*)['"]?[ \t]*$/m;

/**
 * A text and its translation, as paths from the root of the project.
 * @typedef {{ readonly english: string, readonly chinese: string }} Pair
 */

/** The pair a path belongs to; undefined when it is no text of the book. @param {string} path @returns {Pair | undefined} */
export function pairOf(path) {
  const page = /^content\/docs\/(?:zh-cn\/)?(.+\.mdx?)$/.exec(path)?.[1];
  if (page) return { english: `content/docs/${page}`, chinese: `content/docs/zh-cn/${page}` };
  const lab = /^(labs\/scenarios\/[^/]+)\/(?:en|zh-cn)\.md$/.exec(path)?.[1];
  return lab ? { english: `${lab}/en.md`, chinese: `${lab}/zh-cn.md` } : undefined;
}

/** Every text of the book with its other half, whichever of the two is there. @returns {readonly Pair[]} */
export function pairs(root = ROOT) {
  const paths = globSync(['content/docs/**/*.{md,mdx}', 'labs/scenarios/*/*.md'], { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
  const found = new Map(
    paths.flatMap((path) => [pairOf(path) ?? []].flat()).map((pair) => [pair.english, pair]),
  );
  return [...found.values()];
}

/** What a translation says it was made from: the first 12 hex digits of the SHA-256 of the English text. @param {string} english */
export const sourceHash = (english) =>
  createHash('sha256').update(english.replaceAll('\r\n', '\n')).digest('hex').slice(0, 12);

/** The `source` of a translation's frontmatter. @param {string} chinese */
export const statedSource = (chinese) =>
  SOURCE.exec(FRONTMATTER.exec(chinese)?.[1] ?? '')?.[1] || undefined;

/**
 * The translation with its `source` set. Quoted: twelve digits alone would be a number to YAML.
 * @param {string} chinese @param {string} hash
 */
export function withSource(chinese, hash) {
  const line = `source: '${hash}'`;
  const frontmatter = FRONTMATTER.exec(chinese)?.[1];
  if (frontmatter === undefined) return `---\n${line}\n---\n\n${chinese}`;
  const changed = SOURCE.test(frontmatter)
    ? frontmatter.replace(SOURCE, line)
    : `${frontmatter}\n${line}`;
  return chinese.replace(frontmatter, () => changed);
}

/** Says in a translation that it was made from the English text as it is now. @param {Pair} pair @returns {boolean} whether that was news */
export function markRevised({ english, chinese }, root = ROOT) {
  const missing = [english, chinese].find((path) => !existsSync(join(root, path)));
  if (missing) throw new Problem(`${missing} is missing: write it first.`);
  const before = readFileSync(join(root, chinese), 'utf8');
  const after = withSource(before, sourceHash(readFileSync(join(root, english), 'utf8')));
  if (after === before) return false;
  writeFileSync(join(root, chinese), after);
  return true;
}

/** One line for each page whose halves do not belong together; empty when the book is whole. @returns {readonly string[]} */
export function brokenHalves(root = ROOT) {
  return pairs(root).flatMap(({ english, chinese }) => {
    const path = (/** @type {string} */ name) => join(root, name);
    if (!existsSync(path(english)))
      return [`${chinese} has no English half: ${english} is missing.`];
    if (!existsSync(path(chinese)))
      return [`${english} has no Chinese half: ${chinese} is missing.`];
    const stated = statedSource(readFileSync(path(chinese), 'utf8'));
    if (stated === sourceHash(readFileSync(path(english), 'utf8'))) return [];
    return [
      `${chinese} is ${stated ? 'older than' : 'not marked as made from'} ${english}: ` +
        `revise it, then run \`npm run translated ${chinese}\`.`,
    ];
  });
}
