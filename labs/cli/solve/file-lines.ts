// Requirements and constraints files, one inside another (pip 26.3: req/req_file.py).

import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { FileOption } from '../../packaging/file-options.ts';
import { parseRequirementsFile, type FileLine } from '../../packaging/requirements-file.ts';
import type { PipVersion, RootLine } from '../../resolve/types.ts';
import { readText } from '../read-text.ts';
import { faultOf, readEditable, readRootLine, type LeftOut, type Written } from './root-line.ts';
import { withSetting, type Settings } from './settings.ts';

/** What a file and those inside it come to. */
export interface FileOfLines {
  readonly lines: readonly (RootLine | LeftOut)[];
  readonly settings: Settings;
}

const VARIABLE = /\$\{([A-Z0-9_]+)\}/g;

/** Reads a file; the options in it act on the whole run. */
export function readFileOfLines(
  file: string,
  constraint: boolean,
  settings: Settings,
  { version = '26.3', isFromElsewhere = false }: ReadingOptions = {},
): Promise<FileOfLines> {
  const open = [resolve(file)];
  return readNested(file, constraint, settings, { version, isFromElsewhere, open });
}

/** Whose reading it is, and whether the file was written on the machine that reads it. */
interface ReadingOptions {
  readonly version?: PipVersion | undefined;
  readonly isFromElsewhere?: boolean | undefined;
}

interface Reading {
  readonly version: PipVersion;
  readonly isFromElsewhere: boolean;
  /** The files being read, outermost first: none may be read inside itself. */
  readonly open: readonly string[];
}

async function readNested(
  file: string,
  constraint: boolean,
  before: Settings,
  { version, isFromElsewhere, open }: Reading,
): Promise<FileOfLines> {
  const lines: (RootLine | LeftOut)[] = [];
  let settings = before;
  const text = await readText(file, 'a requirements file');
  for (const line of parseRequirementsFile(expandVariables(text))) {
    const written = { ...writtenAt(file, line, constraint), isFromElsewhere };
    if (line.kind === 'options') {
      for (const option of line.options) settings = withFileSetting(settings, option, file);
      continue;
    }
    if (line.kind !== 'include') {
      lines.push(readFileLine(line, written));
      continue;
    }
    const beside = join(dirname(file), line.file);
    const path = resolve(isAbsolute(line.file) ? line.file : beside);
    if (open.includes(path))
      throw faultOf(written, `${line.file} is read inside itself: expected another file`);
    // 23.2 names an inner file as it is written, newer pips by its whole path.
    const inner = await readNested(
      version === '23.2' ? beside : path,
      line.as === 'constraints',
      settings,
      { version, isFromElsewhere, open: [...open, path] },
    );
    lines.push(...inner.lines);
    ({ settings } = inner);
  }
  return { lines, settings };
}

function writtenAt(file: string, { line, text }: FileLine, constraint: boolean): Written {
  const comesFrom = `${constraint ? '-c' : '-r'} ${file} (line ${line})`;
  return { text, place: `${file}, line ${line}: `, constraint, comesFrom };
}

function readFileLine(
  line: Exclude<FileLine, { kind: 'include' | 'options' }>,
  written: Written,
): RootLine | LeftOut {
  switch (line.kind) {
    case 'invalid':
      throw faultOf(written, line.message, line.hint);
    case 'editable':
      return readEditable({ ...written, text: line.target });
    case 'requirement':
      return readRootLine({ ...written, text: line.written, hashes: line.hashes }, line.wanted);
  }
}

/** A folder of links may be given relative to the file. */
function withFileSetting(settings: Settings, { name, value }: FileOption, file: string): Settings {
  const beside = resolve(dirname(file), value);
  const isBeside = name === 'find-links' && existsSync(beside);
  return withSetting(settings, { name, value: isBeside ? beside : value });
}

/** As pip does: only variables that are set to something. */
function expandVariables(content: string): string {
  return content.replace(VARIABLE, (whole, name: string) => process.env[name] || whole);
}
