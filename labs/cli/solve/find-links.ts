import { readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { classifyFilename, type IndexFile } from '../../packaging/project-page.ts';
import { BadInput } from '../bad-input.ts';
import { readLocalMetadata } from './local-wheel.ts';
import type { Source } from './source.ts';

/** `--no-index --find-links DIR`: the wheels of one folder, which state no Requires-Python beforehand. */
export function openFindLinks(folder: string): Source {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new BadInput(`solve: --find-links '${folder}': expected a folder`);
  const names = readdirSync(folder).sort();
  return {
    index: { kind: 'find-links', directory: displayPath(folder) },
    greeting: [`Looking in links: ${folder}`],
    page(project) {
      const files = names.flatMap((name) => readName(name, project) ?? []);
      return files.length === 0 ? undefined : { project, files };
    },
    metadata({ filename }) {
      const metadata = readLocalMetadata(join(folder, filename));
      if (metadata !== undefined) return metadata;
      throw new BadInput(`solve: ${join(folder, filename)}: expected a wheel with METADATA`);
    },
  };
}

function readName(filename: string, project: string): IndexFile | undefined {
  const named = classifyFilename(filename, project);
  if (typeof named === 'string') return undefined;
  return {
    ...named,
    filename,
    requiresPython: undefined,
    yanked: false,
    uploadTime: undefined,
    size: undefined,
    url: undefined,
    hashes: {},
    metadata: named.kind === 'sdist' ? 'unknown' : undefined,
  };
}

/** As pip shows a path: below the working directory it starts with a dot. */
function displayPath(folder: string): string {
  const below = relative(process.cwd(), resolve(folder));
  if (below === '') return '.';
  return below.startsWith('..') ? resolve(folder) : `.${sep}${below}`;
}
