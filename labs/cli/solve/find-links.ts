import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { classifyFilename, type IndexFile } from '../../packaging/project-page.ts';
import { BadInput } from '../bad-input.ts';
import { hashesOfFile, readLocalMetadata } from './local-wheel.ts';
import type { Source } from './source.ts';

/** `--find-links DIR`: the files of one folder, which state no Requires-Python beforehand. */
export function openFindLinks(given: string, withHashes: boolean): Source {
  const folder = resolve(given.startsWith('file:') ? fileURLToPath(given) : given);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new BadInput(`--find-links '${given}': expected a folder`);
  const names = readdirSync(folder).sort();
  return {
    index: { kind: 'find-links', directory: folder },
    page(project) {
      const files = names.flatMap((name) => readName(name, project) ?? []);
      if (files.length === 0) return undefined;
      return { project, files: files.map((file) => located(file, folder, withHashes)) };
    },
    metadata({ filename }) {
      const metadata = readLocalMetadata(join(folder, filename));
      if (metadata !== undefined) return metadata;
      throw new BadInput(`${join(folder, filename)}: expected a wheel with METADATA`);
    },
  };
}

function located(file: IndexFile, folder: string, withHashes: boolean): IndexFile {
  const path = join(folder, file.filename);
  const url = pathToFileURL(path).href;
  return withHashes ? { ...file, url, hashes: hashesOfFile(path) } : { ...file, url };
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
