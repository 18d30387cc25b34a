// A client of an index far away: the simple API as JSON (PEP 691) or HTML (PEP 503), METADATA beside
// the file (PEP 658) whether it is announced or not, else out of the wheel's end.

import { parseMetadata, type Metadata } from './metadata.ts';
import { normalizeName } from './names.ts';
import { parseProjectPage, type IndexFile, type ProjectPage } from './project-page.ts';
import { createAsk, type Ask, type Document } from './remote-ask.ts';
import { IndexFailure, type RemoteHost, type RemoteProgress } from './remote-get.ts';
import { jsonFromSimpleHtml } from './remote-html.ts';
import { absoluteUrl } from './remote-url.ts';
import { readMetadataFromWheel, type RangeAnswer } from './remote-wheel.ts';

/** An index that is asked over a network. What it has answered it is not asked again. */
export interface RemoteIndex {
  /** Undefined: it has no such project. Rejects with an `IndexFailure`. */
  page(project: string): Promise<ProjectPage | undefined>;
  /** Rejects with an `IndexFailure`. */
  metadata(file: IndexFile): Promise<Metadata>;
}

/** What of an index, and how much of it. */
export interface RemoteOptions {
  /** `https://pypi.org/simple` */
  readonly url: string;
  readonly mostProjects?: number | undefined;
  readonly mostBytes?: number | undefined;
  readonly atOnce?: number | undefined;
  readonly tell?: ((progress: RemoteProgress) => void) | undefined;
}

const JSON_PAGE = 'application/vnd.pypi.simple.v1+json';
/** How a page is asked for. No longer than a browser asks another host without an OPTIONS. */
export const ACCEPT_PAGE = `${JSON_PAGE}, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01`;

const MOST_PROJECTS = 400;
const MOST_BYTES = 300_000_000;
const AT_ONCE = 8;
/** The longest page on PyPI has some 20 MB. */
const MOST_OF_A_PAGE = 40_000_000;
const MOST_OF_METADATA = 5_000_000;
/** A server that answers a range with the whole wheel is not listened to for longer. */
const MOST_OF_A_WHEEL = 10_000_000;
const TRAILING_SLASHES = /\/+$/;

/** Opens an index; nothing is asked yet. */
export function createRemoteIndex(host: RemoteHost, options: RemoteOptions): RemoteIndex {
  const { tell, mostProjects = MOST_PROJECTS } = options;
  const pages = new Map<string, Promise<ProjectPage | undefined>>();
  const documents = new Map<string, Promise<Metadata>>();
  let seen: Omit<RemoteProgress, 'projects'> = { documents: 0, bytes: 0 };
  const limits = { atOnce: options.atOnce ?? AT_ONCE, mostBytes: options.mostBytes ?? MOST_BYTES };
  const ask = createAsk(host, limits, (progress) => {
    seen = progress;
    tell?.({ projects: pages.size, ...seen });
  });
  return {
    page: (project) =>
      kept(pages, normalizeName(project), async (name) => {
        if (pages.size > mostProjects)
          throw new IndexFailure({ kind: 'too-much', what: 'projects', most: mostProjects });
        tell?.({ projects: pages.size, ...seen });
        return readPage(host, ask, options.url, name);
      }),
    metadata: (file) =>
      kept(documents, file.url ?? file.filename, (url) => readMetadata(host, ask, file, url)),
  };
}

/** A failure is not kept: it may be asked again. */
function kept<Answer>(
  known: Map<string, Promise<Answer>>,
  key: string,
  read: (key: string) => Promise<Answer>,
): Promise<Answer> {
  const old = known.get(key);
  if (old !== undefined) return old;
  // Begun only when it is on record, so that its own place counts.
  const answer = Promise.resolve().then(() => read(key));
  known.set(key, answer);
  answer.catch(() => known.delete(key));
  return answer;
}

async function readPage(
  { decode }: RemoteHost,
  ask: Ask,
  index: string,
  project: string,
): Promise<ProjectPage | undefined> {
  const url = `${index.replace(TRAILING_SLASHES, '')}/${encodeURIComponent(project)}/`;
  const document = await ask({ url, accept: ACCEPT_PAGE, mostBytes: MOST_OF_A_PAGE });
  if (document === undefined) return undefined;
  const page = parsePageDocument(decode(document.body), project);
  if ('message' in page) throw new IndexFailure({ ...page, kind: 'unreadable', url });
  const files = page.files.map((file): IndexFile => ({
    ...file,
    url: absoluteUrl(file.url ?? '', document.url) ?? file.url,
    metadata: file.kind === 'sdist' ? 'unknown' : undefined,
  }));
  return { ...page, files };
}

/** A project page in whichever of its two forms the index gave it. */
export function parsePageDocument(
  text: string,
  project: string,
): ReturnType<typeof parseProjectPage> {
  if (text.trimStart().startsWith('{')) return parseProjectPage(text, project);
  const page = parseProjectPage(jsonFromSimpleHtml(text, project), project);
  // A login page of some network is HTML too; taken for an index it would say "no versions at all".
  const isIndex = 'files' in page && (page.files.length > 0 || OF_AN_INDEX.test(text));
  if (isIndex) return page;
  return { kind: 'parse-failure', message: 'expected a project page (PEP 503 or PEP 691)' };
}

const OF_AN_INDEX = /<meta\s[^<>]{0,80}pypi:repository-version|<h1>\s{0,20}Links for /i;

async function readMetadata(
  host: RemoteHost,
  ask: Ask,
  file: IndexFile,
  url: string,
): Promise<Metadata> {
  const beside = await optional(ask({ url: `${url}.metadata`, mostBytes: MOST_OF_METADATA }));
  const read = beside && parseMetadata(host.decode(beside.body));
  if (read !== undefined && read.name !== '') return read;
  const askRange = async (range: string): Promise<RangeAnswer | undefined> => {
    const part = await optional(ask({ url, range, mostBytes: MOST_OF_A_WHEEL }));
    return part && rangeOf(part, range, file.size);
  };
  const text = await readMetadataFromWheel(askRange, file.size, host);
  const inside = text === undefined ? undefined : parseMetadata(text);
  if (inside !== undefined && inside.name !== '') return inside;
  throw new IndexFailure({ kind: 'no-metadata', url, filename: file.filename });
}

/** Stores of files say 403 of what they do not have, and some send a whole wheel: there are other ways. */
async function optional(answer: Promise<Document | undefined>): Promise<Document | undefined> {
  try {
    return await answer;
  } catch (failure) {
    if (!(failure instanceof IndexFailure)) throw failure;
    const { kind } = failure.problem;
    if (kind === 'refused' || kind === 'too-large') return undefined;
    throw failure;
  }
}

const CONTENT_RANGE = /^bytes (\d+)-\d+\/(\d+)$/;
const ASKED_RANGE = /^bytes=(\d+)-\d+$/;

/** Which part came. A browser may not see another host's Content-Range: then the one asked for. */
export function rangeOf(
  { status, header, body }: Pick<Document, 'status' | 'header' | 'body'>,
  asked: string,
  size: number | undefined,
): RangeAnswer | undefined {
  if (status === 200) return { start: 0, total: body.length, bytes: body };
  const [, start, total] = CONTENT_RANGE.exec(header('content-range') ?? '') ?? [];
  if (start !== undefined) return { start: Number(start), total: Number(total), bytes: body };
  const [, first] = ASKED_RANGE.exec(asked) ?? [];
  return first === undefined || size === undefined
    ? undefined
    : { start: Number(first), total: size, bytes: body };
}
