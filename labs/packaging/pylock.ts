// pylock.toml (PEP 751), read as far as it says what would be installed.

import { normalizeName } from './names.ts';
import type { FileFault, TomlTable } from './toml.ts';
import { asTable, createLineFinder, fileFault, isFileFault, parseToml, textIn } from './toml.ts';
import type { Version } from './version.ts';
import { parseVersion } from './version.ts';
import { MOST_REQUIREMENTS } from './written-requirement.ts';

/** A lockfile. */
export interface Pylock {
  readonly kind: 'pylock';
  /** `1.0`, or a later 1.x. */
  readonly lockVersion: string;
  readonly createdBy: string;
  readonly requiresPython: string | undefined;
  /** Markers of the environments that it was made for; none: for any. */
  readonly environments: readonly string[];
  readonly packages: readonly LockedPackage[];
}

/** One package of a lockfile. */
export interface LockedPackage {
  /** As written. */
  readonly name: string;
  /** Normalised. */
  readonly project: string;
  /** Not given for what comes from a folder or a repository. */
  readonly version: Version | undefined;
  readonly line: number | undefined;
  /** The marker as written; the package counts only where it holds. */
  readonly marker: string | undefined;
  readonly requiresPython: string | undefined;
  readonly source: LockedSource;
}

/** Where a locked package comes from. */
export type LockedSource =
  | { readonly kind: 'files'; readonly files: readonly LockedFile[] }
  | { readonly kind: 'vcs' | 'directory' | 'archive'; readonly place: string };

/** One file of a locked package. */
export interface LockedFile {
  readonly filename: string;
  readonly url: string | undefined;
  readonly hashes: Readonly<Record<string, string>>;
}

const VERSION_1 = /^1\.\d{1,4}$/;
const LAST_PART = /[^/\\]*$/;

/** What a pylock.toml says. */
export function parsePylock(text: string): Pylock | FileFault {
  const document = parseToml(text);
  if (isFileFault(document)) return document;
  const lockVersion = textIn(document, 'lock-version');
  if (lockVersion === undefined)
    return fileFault('expected lock-version = "1.0" (PEP 751): this is no pylock.toml');
  if (!VERSION_1.test(lockVersion))
    return fileFault(`lock-version '${lockVersion}': expected 1.0 (PEP 751)`);
  const entries = document['packages'];
  if (!Array.isArray(entries)) return fileFault('expected [[packages]] (PEP 751)');
  if (entries.length > MOST_REQUIREMENTS)
    return fileFault(`expected at most ${MOST_REQUIREMENTS} packages`);
  const packages: LockedPackage[] = [];
  const lineOf = createLineFinder(text);
  for (const entry of entries) {
    const read = readPackage(asTable(entry), lineOf);
    if (isFileFault(read)) return read;
    packages.push(read);
  }
  return {
    kind: 'pylock',
    lockVersion,
    createdBy: textIn(document, 'created-by') ?? '',
    requiresPython: textIn(document, 'requires-python'),
    environments: textsIn(document['environments']),
    packages,
  };
}

function readPackage(
  entry: TomlTable | undefined,
  lineOf: (text: string) => number | undefined,
): LockedPackage | FileFault {
  const name = textIn(entry, 'name');
  if (entry === undefined || name === undefined)
    return fileFault('[[packages]]: expected each to have a name');
  const line = lineOf(name);
  const spelt = textIn(entry, 'version');
  const version = spelt === undefined ? undefined : parseVersion(spelt);
  if (spelt !== undefined && version === undefined)
    return fileFault(`[[packages]] ${name}: '${spelt}': expected a version`, line);
  const source = readSource(entry);
  if (source === undefined)
    return fileFault(
      `[[packages]] ${name}: expected wheels, an sdist, an archive, a directory or a vcs`,
      line,
    );
  return {
    name,
    project: normalizeName(name),
    version,
    line,
    marker: textIn(entry, 'marker'),
    requiresPython: textIn(entry, 'requires-python'),
    source,
  };
}

function readSource(entry: TomlTable): LockedSource | undefined {
  for (const kind of ['vcs', 'directory', 'archive'] as const) {
    const table = asTable(entry[kind]);
    if (table !== undefined)
      return { kind, place: textIn(table, 'url') ?? textIn(table, 'path') ?? '' };
  }
  const wheels: readonly unknown[] = Array.isArray(entry['wheels']) ? entry['wheels'] : [];
  const sdists = entry['sdist'] === undefined ? [] : [entry['sdist']];
  const files = [...wheels, ...sdists].flatMap((each) => readFile(asTable(each)) ?? []);
  return files.length === 0 ? undefined : { kind: 'files', files };
}

function readFile(table: TomlTable | undefined): LockedFile | undefined {
  const url = textIn(table, 'url');
  const place = textIn(table, 'path') ?? url ?? '';
  const filename = textIn(table, 'name') ?? LAST_PART.exec(place)?.[0] ?? '';
  if (filename === '') return undefined;
  const hashes = Object.entries(asTable(table?.['hashes']) ?? {}).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return { filename, url, hashes: Object.fromEntries(hashes) };
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
