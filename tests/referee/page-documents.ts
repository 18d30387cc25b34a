// Pages as an index serves them: what the real pip is given of an index that our resolver reads.

import type { Metadata } from '../../labs/packaging/metadata.ts';
import type { IndexFile, ProjectPage } from '../../labs/packaging/project-page.ts';

const ORIGIN = 'https://index.invalid/';

/** The addresses of the indexes, in the answers of both. */
export const SIMPLE_INDEX = `${ORIGIN}simple`;
export const SECOND_INDEX = `${ORIGIN}second/simple`;

const JSON_PAGE = 'application/vnd.pypi.simple.v1+json';

/** Where an index has a file, quoted as pip quotes it. */
export function fileAddress(filename: string, index = SIMPLE_INDEX): string {
  const quoted = encodeURIComponent(filename).replaceAll('!', '%21');
  return `${index.slice(0, -'simple'.length)}files/${quoted}`;
}

/** A document for an address of that index: its type and its text, made when it is asked for. */
export function pageDocuments(
  pages: ReadonlyMap<string, ProjectPage>,
): (address: string) => readonly [type: string, text: string] | undefined {
  const metadata = new Map<string, Metadata>();
  for (const { files } of pages.values())
    for (const file of files)
      if (file.metadata !== undefined && file.metadata !== 'unknown')
        metadata.set(`${fileAddress(file.filename)}.metadata`, file.metadata);
  return (address) => {
    const file = metadata.get(address);
    if (file !== undefined) return ['application/octet-stream', metadataText(file)];
    const page = pages.get(address.slice(SIMPLE_INDEX.length + 1, -1));
    return page && [JSON_PAGE, pageText(page)];
  };
}

function pageText({ project, files }: ProjectPage): string {
  return JSON.stringify({ meta: { 'api-version': '1.1' }, name: project, files: files.map(entry) });
}

function entry(file: IndexFile): unknown {
  return {
    filename: file.filename,
    url: fileAddress(file.filename),
    hashes: {},
    'requires-python': file.requiresPython,
    yanked: file.yanked === '' ? true : file.yanked,
    'core-metadata': file.kind === 'wheel',
  };
}

function metadataText(metadata: Metadata): string {
  const python = metadata.requiresPython;
  return [
    'Metadata-Version: 2.1',
    `Name: ${metadata.name}`,
    `Version: ${metadata.version}`,
    ...(python === undefined ? [] : [`Requires-Python: ${python}`]),
    ...metadata.providesExtra.map((extra) => `Provides-Extra: ${extra}`),
    ...metadata.requiresDist.map((text) => `Requires-Dist: ${text}`),
    '',
  ].join('\n');
}
