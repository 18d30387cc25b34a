// What an index says of one project: the simple API as JSON (PEPs 503, 691, 592, 658, 700), with
// the files left out that pip 26.3 leaves out (index/package_finder.py, models/link.py).

import { filenameInUrl, isSdistExtension, splitExtension } from './file-extension.ts';
import type { Metadata } from './metadata.ts';
import { normalizeName } from './names.ts';
import type { Version } from './version.ts';
import { parseVersion } from './version.ts';
import type { BuildTag } from './wheel-filename.ts';
import { parseWheelFilename } from './wheel-filename.ts';

/** One file of a project. */
export interface IndexFile {
  readonly filename: string;
  readonly version: Version;
  readonly kind: 'wheel' | 'sdist';
  /** Empty for an sdist, which fits everywhere. */
  readonly tags: readonly string[];
  readonly build?: BuildTag | undefined;
  /** As the index says it; may be no valid specifier, and is ignored then. */
  readonly requiresPython: string | undefined;
  /** The reason given ('' if none), or false. */
  readonly yanked: false | string;
  readonly uploadTime: string | undefined;
  readonly size: number | undefined;
  readonly url: string | undefined;
  readonly hashes: Readonly<Record<string, string>>;
  /** 'unknown': there is only an sdist; undefined: not loaded yet. */
  readonly metadata: Metadata | 'unknown' | undefined;
}

/** Everything an index has of one project. */
export interface ProjectPage {
  /** Normalised. */
  readonly project: string;
  /** In the order of the index. */
  readonly files: readonly IndexFile[];
  readonly skipped?: readonly SkippedFile[] | undefined;
}

/** A file that pip passes over without a word. */
export interface SkippedFile {
  readonly filename: string;
  readonly reason: SkipReason;
}

/** Why a file of an index counts for nothing. */
export type SkipReason =
  | 'malformed-entry'
  | 'no-url'
  | 'unsupported-format'
  | 'invalid-wheel-filename'
  | 'other-project'
  | 'invalid-version'
  | 'for-one-python';

/** Why a document is no project page. */
export interface ParseFailure {
  readonly kind: 'parse-failure';
  readonly message: string;
}

/** No file system takes a longer name. */
const LONGEST_FILENAME = 1_000;
const OBJECT_START = /^[ \t\r\n]*\{/;
const FOR_ONE_PYTHON = /-py[123]\.?[0-9]?$/;

/** The page of `project` that an index answered with. */
export function parseProjectPage(json: string, project: string): ProjectPage | ParseFailure {
  const document = parseJson(json);
  if (!isRecord(document)) return failure('expected a JSON object (PEP 691)');
  const entries = document['files'] ?? [];
  if (!Array.isArray(entries)) return failure('expected "files" to be a list (PEP 691)');
  const name = normalizeName(project);
  const files: IndexFile[] = [];
  const skipped: SkippedFile[] = [];
  for (const entry of entries) {
    const file = readEntry(entry, name);
    if ('reason' in file) skipped.push(file);
    else files.push(file);
  }
  return { project: name, files, skipped };
}

/** What the name of a file says of it, or why pip has no use for it. */
export function classifyFilename(
  filename: string,
  project: string,
): Pick<IndexFile, 'kind' | 'version' | 'tags' | 'build'> | SkipReason {
  const [stem, extension] = splitExtension(filename);
  if (extension === '.whl') {
    const wheel = parseWheelFilename(filename);
    if (wheel === undefined) return 'invalid-wheel-filename';
    return wheel.project === project ? wheel : 'other-project';
  }
  const isMacZip = extension === '.zip' && filename.includes('macosx10');
  if (!isSdistExtension(extension) || isMacZip) return 'unsupported-format';
  const text = versionInStem(stem, project);
  if (text === undefined) return 'other-project';
  if (FOR_ONE_PYTHON.test(text)) return 'for-one-python';
  const version = parseVersion(text);
  return version === undefined
    ? 'invalid-version'
    : { kind: 'sdist', version, tags: [], build: undefined };
}

function readEntry(entry: unknown, project: string): IndexFile | SkippedFile {
  if (!isRecord(entry)) return { filename: '', reason: 'malformed-entry' };
  const url = stringIn(entry, 'url');
  const filename = url === undefined ? (stringIn(entry, 'filename') ?? '') : filenameInUrl(url);
  if (url === undefined) return { filename, reason: 'no-url' };
  if (filename.length > LONGEST_FILENAME) return { filename: '', reason: 'malformed-entry' };
  const meaning = classifyFilename(filename, project);
  if (typeof meaning === 'string') return { filename, reason: meaning };
  const size = entry['size'];
  return {
    filename,
    kind: meaning.kind,
    version: meaning.version,
    tags: meaning.tags,
    build: meaning.build,
    requiresPython: stringIn(entry, 'requires-python') || undefined,
    yanked: readYanked(entry['yanked']),
    uploadTime: stringIn(entry, 'upload-time') || undefined,
    size: typeof size === 'number' ? size : undefined,
    url,
    hashes: readHashes(entry['hashes']),
    metadata: undefined,
  };
}

/** The part of a file's name behind the project's, which may contain dashes itself. */
function versionInStem(stem: string, project: string): string | undefined {
  for (let dash = stem.indexOf('-'); dash >= 0; dash = stem.indexOf('-', dash + 1)) {
    if (normalizeName(stem.slice(0, dash)) === project) return stem.slice(dash + 1) || undefined;
  }
  return undefined;
}

/** PEP 592: any value but false means yanked, a text says why. */
function readYanked(value: unknown): false | string {
  if (typeof value === 'string') return value === '' ? false : value;
  return value === true ? '' : false;
}

function readHashes(value: unknown): Readonly<Record<string, string>> {
  if (!isRecord(value)) return {};
  const pairs = Object.entries(value).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return Object.fromEntries(pairs);
}

function stringIn(record: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = record[key];
  return typeof value === 'string' ? value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(json: string): unknown {
  // What is no object is refused before hostile nesting is read.
  if (!OBJECT_START.test(json)) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function failure(message: string): ParseFailure {
  return { kind: 'parse-failure', message };
}
