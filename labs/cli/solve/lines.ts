import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { parseRequirementLine, type RequirementLine } from '../../packaging/requirement-line.ts';
import { parseRequirementsFile, type FileLine } from '../../packaging/requirements-file.ts';
import type { RootLine } from '../../resolve/types.ts';
import { BadInput } from '../bad-input.ts';
import type { SolveOptions } from './options.ts';

const LARGEST_FILE = 5_000_000;
const VARIABLE = /\$\{([A-Z0-9_]+)\}/g;
const OPTION_FAULT = /^pip: error: |^(?=Could not split options)/;

/** Where a line stands, and what it counts as there. */
interface Place {
  readonly file: string;
  readonly line: number;
  readonly constraint: boolean;
}

/** The user's lines in pip's order: constraints files, the command line, requirements files. */
export async function readRootLines(options: SolveOptions): Promise<readonly RootLine[]> {
  const lines: RootLine[] = [];
  for (const file of options.constraintFiles) lines.push(...(await readLinesOf(file, true)));
  for (const word of options.words) lines.push(readWord(word));
  for (const file of options.requirementFiles) lines.push(...(await readLinesOf(file, false)));
  return lines;
}

function readWord(word: string): RootLine {
  const requirement = requireProject(parseRequirementLine(word), word, '');
  return { text: word, requirement, constraint: false, comesFrom: undefined };
}

function readLinesOf(file: string, constraint: boolean): Promise<readonly RootLine[]> {
  return readNested(file, constraint, [resolve(file)]);
}

/** `open` are the files being read, outermost first: none may be read inside itself. */
async function readNested(
  file: string,
  constraint: boolean,
  open: readonly string[],
): Promise<readonly RootLine[]> {
  const lines: RootLine[] = [];
  for (const line of parseRequirementsFile(expandVariables(await readText(file)))) {
    const place = { file, line: line.line, constraint };
    if (line.kind !== 'include') {
      lines.push(readFileLine(line, place));
      continue;
    }
    const nested = isAbsolute(line.file) ? line.file : resolve(join(dirname(file), line.file));
    if (open.includes(nested))
      throw wrong(place, `${line.file} is read inside itself: expected another file`);
    lines.push(...(await readNested(nested, line.as === 'constraints', [...open, nested])));
  }
  return lines;
}

function readFileLine(line: Exclude<FileLine, { kind: 'include' }>, place: Place): RootLine {
  if (line.kind === 'invalid') throw wrong(place, oneLine(line.message, line.hint));
  if (line.kind === 'editable') throw wrong(place, "option '-e' is not supported");
  const [option] = line.options;
  if (option !== undefined) throw wrong(place, `option '--${option.name}' is not supported`);
  if (line.kind === 'options') throw wrong(place, 'expected a requirement');
  const requirement = requireProject(line.wanted, line.written, `${placeText(place)}: `);
  if (place.constraint && requirement.extras.length > 0)
    throw wrong(place, `'${line.written}': expected no extras in a constraint`);
  const flag = place.constraint ? '-c' : '-r';
  return {
    text: line.written,
    requirement,
    constraint: place.constraint,
    comesFrom: `${flag} ${place.file} (line ${place.line})`,
  };
}

function requireProject(
  wanted: RequirementLine,
  written: string,
  where: string,
): RootLine['requirement'] {
  if (wanted.kind === 'line-fault')
    throw new BadInput(`solve: ${where}${oneLine(wanted.message, wanted.hint)}`);
  if (wanted.kind === 'requirement' && wanted.requirement.url === undefined)
    return wanted.requirement;
  throw new BadInput(
    `solve: ${where}'${written}': expected the name of a project, not a path or an address`,
  );
}

/** The parser says it as pip does, in several lines: the text again, a caret, pip's option parser. */
function oneLine(message: string, hint: string | undefined): string {
  const [first = '', ...later] = message.split('\n');
  const fault = later.find((line) => OPTION_FAULT.test(line))?.replace(OPTION_FAULT, '');
  return (
    [first, ...(fault === undefined ? [] : [fault])].join(': ') +
    (hint === undefined ? '' : ` (${hint})`)
  );
}

function wrong(place: Place, fault: string): BadInput {
  return new BadInput(`solve: ${placeText(place)}: ${fault}`);
}

function placeText({ file, line }: Place): string {
  return `${file}, line ${line}`;
}

/** As pip does: only variables that are set to something. */
function expandVariables(content: string): string {
  return content.replace(VARIABLE, (whole, name: string) => process.env[name] || whole);
}

async function readText(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new BadInput(`solve: ${file}: expected a requirements file that can be read (${code})`);
  }
  if (bytes.length > LARGEST_FILE) throw new BadInput(`solve: ${file}: expected at most 5 MB`);
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput(`solve: ${file}: expected a text in UTF-8`);
  }
}

/** PowerShell's `>` writes UTF-16 with a byte order mark, and pip reads it. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
