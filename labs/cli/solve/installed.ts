// --installed: what an environment holds. A file of `pip freeze` tells names and versions, and what
// those require is looked up where files come from; a folder (site-packages) tells everything.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseFreeze } from '../../packaging/freeze.ts';
import { parseMetadata, type Metadata } from '../../packaging/metadata.ts';
import type { IndexFile } from '../../packaging/project-page.ts';
import { supportedTags, type Target } from '../../packaging/tags.ts';
import { pythonVersion } from '../../packaging/target.ts';
import type { Version } from '../../packaging/version.ts';
import type { Installed } from '../../resolve/types.ts';
import { BadInput } from '../bad-input.ts';
import { readText } from '../read-text.ts';
import type { Sources } from './sources.ts';

/** What is installed, and what had to be guessed. */
export interface ReadInstalled {
  readonly installed: Installed;
  /** A line each. */
  readonly notes: readonly string[];
}

const NOTHING: Metadata = {
  name: '',
  version: '',
  requiresPython: undefined,
  requiresDist: [],
  providesExtra: [],
};

/** Reads what --installed names. */
export async function readInstalled(
  path: string,
  target: Target,
  sources: Sources,
): Promise<ReadInstalled> {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    return { installed: readSitePackages(path), notes: [] };
  const text = await readText(path, "a file of 'pip freeze'");
  const distributions: Metadata[] = [];
  const notes: string[] = [];
  for (const line of parseFreeze(text)) {
    const place = `${path}, line ${line.line}: '${line.text}'`;
    if (line.kind === 'unread')
      throw new BadInput(`${place}: expected a line of 'pip freeze' like numpy==2.3.5`);
    if (line.kind === 'direct') {
      notes.push(`${place} is left out: it does not say which version is installed`);
      continue;
    }
    const known = await lookUp(line.project, line.version, target, sources);
    if (known === undefined)
      notes.push(`${place}: what it requires is not known here, and taken for nothing`);
    distributions.push({ ...(known ?? NOTHING), name: line.name, version: line.version.text });
  }
  return { installed: { location: resolve(sitePackages(target)), distributions }, notes };
}

function sitePackages({ python, platform }: Target): string {
  const [major = 3, minor = 0] = pythonVersion(python) ?? [];
  return platform === 'win-64'
    ? '.venv/Lib/site-packages'
    : `.venv/lib/python${major}.${minor}/site-packages`;
}

/** The METADATA of that release, of a wheel for this machine if there is one. */
async function lookUp(
  project: string,
  version: Version,
  target: Target,
  { answers }: Sources,
): Promise<Metadata | undefined> {
  try {
    const page = await answers(project, undefined, { type: 'needs', project });
    const file = bestWheel(page?.files ?? [], version, supportedTags(target));
    if (typeof file?.metadata === 'object') return file.metadata;
    if (file === undefined) return undefined;
    const { filename } = file;
    const found = await answers(project, filename, { type: 'needs', project, file: filename });
    const metadata = found?.files[0]?.metadata;
    return typeof metadata === 'object' ? metadata : undefined;
  } catch (problem) {
    if (problem instanceof BadInput) return undefined;
    throw problem;
  }
}

function bestWheel(
  files: readonly IndexFile[],
  version: Version,
  tags: readonly string[],
): IndexFile | undefined {
  const fitting = new Set(tags);
  const wheels = files.filter((file) => file.kind === 'wheel' && file.version.key === version.key);
  return wheels.find((file) => file.tags.some((tag) => fitting.has(tag))) ?? wheels[0];
}

function readSitePackages(path: string): Installed {
  const distributions: Metadata[] = [];
  for (const name of readdirSync(path).filter((each) => each.endsWith('.dist-info'))) {
    try {
      distributions.push(parseMetadata(readFileSync(join(path, name, 'METADATA'), 'utf8')));
    } catch {
      throw new BadInput(`${join(path, name)}: expected a METADATA that can be read`);
    }
  }
  return { location: resolve(path), distributions };
}
