import { parseMetadata, type Metadata } from '../../packaging/metadata.ts';
import {
  parseProjectPage,
  type IndexFile,
  type ProjectPage,
} from '../../packaging/project-page.ts';
import { ACCEPT_PAGE } from '../../packaging/remote-index.ts';
import { jsonFromSimpleHtml } from '../../packaging/remote-html.ts';
import { readMetadataFromWheel } from '../../packaging/remote-wheel.ts';
import { selectFiles } from '../../packaging/snapshot-select.ts';
import { BadInput } from '../bad-input.ts';
import { groupByFamily } from './families.ts';
import { nodeNetwork } from '../node-network.ts';
import type { IndexClient } from './index-client.ts';

/** One project as the index has it, its METADATA read where the index gives it. */
export interface ReadProject {
  readonly page: ProjectPage;
  readonly dropped: number;
}

/** Reads the page of `project` and one METADATA for each release and platform; undefined if the index lacks it. */
export async function readProject(
  client: IndexClient,
  indexUrl: string,
  project: string,
  before: string,
): Promise<ReadProject | undefined> {
  const url = `${indexUrl.replace(/\/+$/, '')}/${project}/`;
  const text = await client.text(url, ACCEPT_PAGE);
  if (text === undefined) return undefined;
  const json = text.trimStart().startsWith('{') ? text : jsonFromSimpleHtml(text, project);
  const parsed = parseProjectPage(json, project);
  if ('message' in parsed) throw new BadInput(`${url}: ${parsed.message}`);
  const { page, dropped } = selectFiles(parsed, before);
  const hashes = announcedMetadata(json);
  const metadata = new Map<string, Metadata>();
  const families = groupByFamily(page.files);
  await Promise.all(
    families.map(async (family) => {
      const read = await readFirst(client, url, family, hashes);
      if (read !== undefined) for (const file of family) metadata.set(file.filename, read);
    }),
  );
  const files = page.files.map((file): IndexFile => ({
    ...file,
    metadata: file.kind === 'sdist' ? 'unknown' : metadata.get(file.filename),
  }));
  return { page: { project: page.project, files }, dropped };
}

/** The METADATA of the first file of a family that gives one. */
async function readFirst(
  client: IndexClient,
  page: string,
  family: readonly IndexFile[],
  hashes: ReadonlyMap<string, string>,
): Promise<Metadata | undefined> {
  for (const file of family) {
    const url = new URL(file.url ?? file.filename, page).href;
    const hash = hashes.get(file.filename);
    const text = await client.kept(hash === undefined ? `METADATA of ${url}` : hash, async () => {
      const beside = await client.text(`${url}.metadata`);
      return (
        beside ?? readMetadataFromWheel((range) => client.range(url, range), undefined, nodeNetwork)
      );
    });
    if (text !== undefined) return parseMetadata(text);
  }
  return undefined;
}

/** File name to the hash of its METADATA (PEP 714), where the page says it: equal hashes are read once. */
function announcedMetadata(json: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const { files } = JSON.parse(json) as { readonly files?: unknown };
  for (const file of Array.isArray(files) ? (files as readonly unknown[]) : []) {
    const { filename, ...keys } = Object(file) as Readonly<Record<string, unknown>>;
    const core = keys['core-metadata'] ?? keys['dist-info-metadata'];
    const sha =
      typeof core === 'object' ? (core as { sha256?: unknown } | null)?.sha256 : undefined;
    if (typeof filename === 'string' && typeof sha === 'string')
      found.set(filename, `sha256:${sha}`);
  }
  return found;
}
