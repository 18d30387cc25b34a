import { readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseMetadata } from '../../packaging/metadata.ts';
import { parseProjectPage, type IndexFile } from '../../packaging/project-page.ts';
import { BadInput } from '../bad-input.ts';
import { readLocalMetadata } from './local-wheel.ts';
import { readTextIfThere } from './read-file.ts';
import type { Source } from './source.ts';

/** A folder laid out as an index, or its address: `simple/<name>/index.json`, METADATA beside each file. */
export function openIndexFolder(folder: string): Source {
  const simple = join(folder.startsWith('file:') ? fileURLToPath(folder) : folder, 'simple');
  if (!statSync(simple, { throwIfNoEntry: false })?.isDirectory())
    throw new BadInput(`--index '${folder}': expected a folder with simple/<name>/index.json`);
  const url = pathToFileURL(resolve(simple)).href;
  const places = new Map<IndexFile, string>();
  return {
    index: { kind: 'simple', url },
    get names() {
      return readdirSync(simple);
    },
    page(project) {
      const path = join(simple, project, 'index.json');
      const text = readTextIfThere(path, 'a project page (PEP 691)');
      if (text === undefined) return undefined;
      const page = parseProjectPage(text, project);
      if ('message' in page) throw new BadInput(`${path}: ${page.message}`);
      const files = page.files.map((file): IndexFile => ({
        ...file,
        url: absoluteUrl(file, path)?.href ?? file.url,
        metadata: file.kind === 'sdist' ? 'unknown' : undefined,
      }));
      for (const file of files) places.set(file, placeOf(file, path));
      return { ...page, files };
    },
    metadata(file) {
      const path = places.get(file) ?? file.filename;
      const beside = `${path}.metadata`;
      const text = readTextIfThere(beside, 'METADATA (PEP 658)');
      const metadata = text === undefined ? readLocalMetadata(path) : parseMetadata(text);
      if (metadata !== undefined) return metadata;
      throw new BadInput(`${beside}: expected METADATA (PEP 658) or the wheel beside it`);
    },
  };
}

function absoluteUrl(file: IndexFile, page: string): URL | undefined {
  const base = pathToFileURL(resolve(page)).href;
  return URL.canParse(file.url ?? '', base) ? new URL(file.url ?? '', base) : undefined;
}

/** Where a file of the page is on this disk; one that is elsewhere has its METADATA beside the page. */
function placeOf(file: IndexFile, page: string): string {
  const url = absoluteUrl(file, page);
  try {
    if (url?.protocol === 'file:') return fileURLToPath(new URL(url.pathname, 'file:'));
  } catch {
    // An encoded slash is no part of a file's name.
  }
  return join(dirname(page), file.filename);
}
