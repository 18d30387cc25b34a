// What the tests of `womm` stand on: real runs of the launcher, and small indexes in a temporary folder.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync, strToU8 } from 'fflate';

/** How one run of `womm` ended. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** One file of a made-up index. */
export interface Made {
  readonly requires?: readonly string[];
  readonly extras?: readonly string[];
  readonly python?: string;
  readonly yanked?: string | boolean;
  readonly at?: string;
}

/** Projects by name, their files by file name. */
export type MadeIndex = Readonly<Record<string, Readonly<Record<string, Made>>>>;

const LAUNCHER = fileURLToPath(new URL('../labs/cli/womm.mjs', import.meta.url));
const FILE_NAME = /^(.+?)-([^-]+?)(?:-.+\.whl|\.tar\.gz)$/;

/** Runs `womm` in a folder. */
export function womm(folder: string, words: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, maxBuffer: 1 << 26 };
    execFile(process.execPath, [LAUNCHER, ...words], options, (error, out, err) => {
      const code = error === null ? 0 : error.code;
      if (typeof code === 'number') resolve({ code, out, err });
      else reject(error ?? new Error('womm did not end'));
    });
  });
}

/** A fresh temporary folder with these text files. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'womm-')));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** The files of an index folder: `simple/<name>/index.json`, and METADATA beside each wheel. */
export function indexFiles(index: MadeIndex): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [project, made] of Object.entries(index)) {
    const entries = Object.entries(made).map(([filename, { python, yanked, at }]) => ({
      filename,
      url: `../../files/${filename}`,
      hashes: {},
      'requires-python': python,
      'upload-time': at,
      yanked: yanked ?? false,
    }));
    files[`simple/${project}/index.json`] = JSON.stringify({ name: project, files: entries });
    for (const [filename, each] of Object.entries(made))
      if (filename.endsWith('.whl'))
        files[`files/${filename}.metadata`] = metadataText(filename, each);
  }
  return files;
}

/** The same files as real, empty wheels: a folder for --find-links. */
export function wheelFiles(index: MadeIndex): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const made of Object.values(index))
    for (const [filename, each] of Object.entries(made)) {
      const [, name = '', version = ''] = FILE_NAME.exec(filename) ?? [];
      const path = `${name}-${version}.dist-info/METADATA`;
      files[filename] = zipSync({ [path]: strToU8(metadataText(filename, each)) });
    }
  return files;
}

/** METADATA as a build backend writes it. */
export function metadataText(filename: string, { python, requires, extras }: Made): string {
  const [, name = '', version = ''] = FILE_NAME.exec(filename) ?? [];
  return [
    'Metadata-Version: 2.1',
    `Name: ${name}`,
    `Version: ${version}`,
    ...(python === undefined ? [] : [`Requires-Python: ${python}`]),
    ...(extras ?? []).map((extra) => `Provides-Extra: ${extra}`),
    ...(requires ?? []).map((requirement) => `Requires-Dist: ${requirement}`),
    '',
    'A made-up project.',
    '',
  ].join('\n');
}
