// Names of built and source distributions (PEPs 427, 425, 625), judged as packaging 26.3 judges
// them (utils.py, tags.py).

import { normalizeName } from './names.ts';
import { reprPython } from './python-text.ts';
import type { Component, Version } from './version.ts';
import { parseVersion, toComponent } from './version.ts';

/** What the name of a wheel says. */
export interface WheelFilename {
  readonly kind: 'wheel';
  /** Normalised. */
  readonly project: string;
  readonly version: Version;
  /** Breaks ties between wheels of one version: its number counts, then the rest of it. */
  readonly build: BuildTag | undefined;
  /** Every combination of the compressed sets, in lower case. */
  readonly tags: readonly string[];
}

/** Number and rest of a build tag: `2_local` is [2, '_local']. */
export type BuildTag = readonly [Component, string];

/** What the name of a source distribution says. */
export interface SdistFilename {
  readonly kind: 'sdist';
  readonly project: string;
  readonly version: Version;
}

/** Why a name is none, in the words of packaging. */
export interface FilenameFault {
  readonly kind: 'filename-fault';
  readonly message: string;
}

const WHEEL = '.whl';
const LONGEST_FILENAME = 10_000;
/** More combinations than any file has; packaging counts without a limit. */
const MOST_TAGS = 10_000;

const PROJECT_PART = /^[\p{L}\p{N}_.]+$/u;
const BUILD = /^([0-9]+)(.*)/;
const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;

/** What the name of a wheel says, or undefined if it is no wheel's name. */
export function parseWheelFilename(filename: string): WheelFilename | undefined {
  const read = readWheelFilename(filename);
  return read.kind === 'wheel' ? read : undefined;
}

/** What the name of a source distribution says, or undefined if it is no such name. */
export function parseSdistFilename(filename: string): SdistFilename | undefined {
  const read = readSdistFilename(filename);
  return read.kind === 'sdist' ? read : undefined;
}

/** As `parseWheelFilename`, with the reason why not. */
export function readWheelFilename(filename: string): WheelFilename | FilenameFault {
  if (filename.length > LONGEST_FILENAME) return fault('Invalid wheel filename (too long)');
  if (!filename.endsWith(WHEEL)) {
    return wheelFault("(extension must be '.whl')", filename);
  }
  const stem = filename.slice(0, -WHEEL.length);
  const parts = stem.split('-');
  if (parts.length !== 5 && parts.length !== 6) return wheelFault('(wrong number of parts)', stem);
  const [projectPart = '', versionPart = ''] = parts;
  if (projectPart.includes('__') || !PROJECT_PART.test(projectPart)) {
    return fault(`Invalid project name: ${reprPython(stem)}`);
  }
  const version = parseVersion(versionPart);
  if (version === undefined) return wheelFault('(invalid version)', stem);
  const buildPart = parts.length === 6 ? parts[2] : undefined;
  const build = buildPart === undefined ? undefined : readBuild(buildPart);
  if (buildPart !== undefined && build === undefined) {
    return fault(`Invalid build number: ${buildPart} in ${reprPython(stem)}`);
  }
  const tags = expandTags(parts.slice(-3));
  if (tags === undefined) return wheelFault('(invalid tag component)', stem);
  return { kind: 'wheel', project: normalizeName(projectPart), version, build, tags };
}

/** As `parseSdistFilename`, with the reason why not. */
export function readSdistFilename(filename: string): SdistFilename | FilenameFault {
  if (filename.length > LONGEST_FILENAME) return fault('Invalid sdist filename (too long)');
  const extension = ['.tar.gz', '.zip'].find((each) => filename.endsWith(each));
  if (extension === undefined) {
    return sdistFault(" (extension must be '.tar.gz' or '.zip')", filename);
  }
  const stem = filename.slice(0, -extension.length);
  const dash = stem.lastIndexOf('-');
  if (dash < 0) return sdistFault('', filename);
  if (dash === 0) return sdistFault(' (empty project name)', filename);
  const version = parseVersion(stem.slice(dash + 1));
  if (version === undefined) return sdistFault(' (invalid version)', filename);
  return { kind: 'sdist', project: normalizeName(stem.slice(0, dash)), version };
}

/** Every tag that three compressed sets stand for, or undefined if one of them is malformed. */
function expandTags(parts: readonly string[]): readonly string[] | undefined {
  const [pythons = [], abis = [], platforms = []] = parts.map((part) => part.split('.'));
  const hasEmpty = [pythons, abis, platforms].some((set) => set.includes(''));
  if (hasEmpty || !pythons.every((python) => IDENTIFIER.test(python))) return undefined;
  if (pythons.length * abis.length * platforms.length > MOST_TAGS) return undefined;
  const tags = pythons.flatMap((python) =>
    abis.flatMap((abi) => platforms.map((each) => `${python}-${abi}-${each}`.toLowerCase())),
  );
  return [...new Set(tags)];
}

function readBuild(text: string): BuildTag | undefined {
  const match = BUILD.exec(text);
  if (match === null) return undefined;
  return [toComponent(match[1]), match[2] ?? ''];
}

function wheelFault(reason: string, text: string): FilenameFault {
  return fault(`Invalid wheel filename ${reason}: ${reprPython(text)}`);
}

function sdistFault(reason: string, text: string): FilenameFault {
  return fault(`Invalid sdist filename${reason}: ${reprPython(text)}`);
}

function fault(message: string): FilenameFault {
  return { kind: 'filename-fault', message };
}
