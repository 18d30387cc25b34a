import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseMetadata } from '../../packaging/metadata.ts';
import { parseProjectPage, type IndexFile } from '../../packaging/project-page.ts';
import { BadInput } from '../bad-input.ts';
import { readLocalMetadata } from './local-wheel.ts';
import type { Source } from './source.ts';

/** A folder laid out as an index: `simple/<name>/index.json`, METADATA beside each file. */
export function openIndexFolder(folder: string): Source {
  const simple = join(folder, 'simple');
  if (!statSync(simple, { throwIfNoEntry: false })?.isDirectory())
    throw new BadInput(
      `solve: --index '${folder}': expected a folder with simple/<name>/index.json`,
    );
  const url = pathToFileURL(resolve(simple)).href;
  const places = new Map<IndexFile, string>();
  return {
    index: { kind: 'simple', url },
    greeting: [`Looking in indexes: ${url}`],
    page(project) {
      const path = join(simple, project, 'index.json');
      if (!existsSync(path)) return undefined;
      const page = parseProjectPage(readFileSync(path, 'utf8'), project);
      if ('message' in page) throw new BadInput(`solve: ${path}: ${page.message}`);
      const files = page.files.map((file) => ({
        ...file,
        metadata: file.kind === 'sdist' ? ('unknown' as const) : undefined,
      }));
      for (const file of files) places.set(file, placeOf(file, path));
      return { ...page, files };
    },
    metadata(file) {
      const path = places.get(file) ?? file.filename;
      const beside = `${path}.metadata`;
      if (existsSync(beside)) return parseMetadata(readFileSync(beside, 'utf8'));
      const inside = existsSync(path) ? readLocalMetadata(path) : undefined;
      if (inside !== undefined) return inside;
      throw new BadInput(`solve: ${beside}: expected METADATA (PEP 658) or the wheel beside it`);
    },
  };
}

function placeOf(file: IndexFile, page: string): string {
  const base = pathToFileURL(resolve(page)).href;
  const written = file.url ?? '';
  const url = URL.canParse(written, base) ? new URL(written, base) : undefined;
  if (url?.protocol !== 'file:' || url.host !== '')
    throw new BadInput(`solve: ${page}: '${file.filename}': expected a url relative to this file`);
  return fileURLToPath(new URL(url.pathname, 'file:'));
}
