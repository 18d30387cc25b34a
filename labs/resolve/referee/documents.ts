// An index as documents (PEP 691 pages, PEP 658 METADATA): what the real pip is given of what our resolver reads.

import type { Metadata } from '../../packaging/metadata.ts';
import type { IndexFile, ProjectPage } from '../../packaging/project-page.ts';
import { quotePath } from '../../packaging/quote-path.ts';

const ORIGIN = 'https://index.invalid/';

/** The address of the index, in the answers of both. */
export const SIMPLE_INDEX = `${ORIGIN}simple`;

const JSON_PAGE = 'application/vnd.pypi.simple.v1+json';
const METADATA = '.metadata';

/** Documents by address; null: the index has no such thing. What is not here is not known. */
export type Documents = Readonly<Record<string, readonly [type: string, text: string] | null>>;

/** Where an index has a file, quoted as pip quotes it. */
export function fileAddress(filename: string, index = SIMPLE_INDEX): string {
  return `${index.slice(0, -'simple'.length)}files/${quotePath(filename)}`;
}

/** Where the index has the page of a project. */
export const pageAddress = (project: string): string => `${SIMPLE_INDEX}/${project}/`;

/** What an address is of: a project's page, or a file or its METADATA. */
export type Addressed =
  | { readonly kind: 'page'; readonly project: string }
  | { readonly kind: 'metadata' | 'file'; readonly filename: string };

/** Reads an address that pip asked for. */
export function readAddress(address: string): Addressed {
  const page = `${SIMPLE_INDEX}/`;
  if (address.startsWith(page)) return { kind: 'page', project: address.slice(page.length, -1) };
  const name = decodeURIComponent(address.split('/').at(-1) ?? '');
  return name.endsWith(METADATA)
    ? { kind: 'metadata', filename: name.slice(0, -METADATA.length) }
    : { kind: 'file', filename: name };
}

/** The page of a project, and the METADATA of its files as far as it is loaded. */
export function pageDocuments(project: string, page: ProjectPage | undefined): Documents {
  if (page === undefined) return { [pageAddress(project)]: null };
  return {
    [pageAddress(project)]: [JSON_PAGE, pageText(page)],
    ...Object.assign({}, ...page.files.map(fileDocuments)),
  };
}

/** The METADATA of a file, if it is loaded. */
export function fileDocuments({ filename, metadata }: IndexFile): Documents {
  if (metadata === undefined || metadata === 'unknown') return {};
  const type = 'application/octet-stream';
  return { [fileAddress(filename) + METADATA]: [type, metadataText(metadata)] };
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
