// One requirement as someone gave it, on the command line or in a file, as a line for the resolver.
// Files named outright: pip 26.3, req/constructors.py (parse_req_from_line, _get_url_from_path).

import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { filenameInUrl } from '../../packaging/file-extension.ts';
import type { Marker } from '../../packaging/marker-syntax.ts';
import { parseRequirement, type Requirement } from '../../packaging/requirement.ts';
import { parseRequirementLine, type RequirementLine } from '../../packaging/requirement-line.ts';
import { NO_SPECIFIERS } from '../../packaging/specifier.ts';
import { parseWheelFilename } from '../../packaging/wheel-filename.ts';
import type { RootLine } from '../../resolve/types.ts';
import { BadInput } from '../bad-input.ts';

/** Where a line was written, and what it counts as there. */
export interface Written {
  readonly text: string;
  /** `requirements.txt, line 3: ` before a complaint; empty for the command line. */
  readonly place: string;
  readonly constraint: boolean;
  readonly comesFrom: string | undefined;
  readonly hashes?: readonly string[] | undefined;
  /** It speaks of another machine's disk: a wheel that is not here is left out. */
  readonly isFromElsewhere?: boolean | undefined;
}

/** A line that only building could follow, or whose file is elsewhere: the others are resolved without it. */
export interface LeftOut {
  readonly kind: 'left-out';
  readonly isElsewhere?: true | undefined;
  readonly text: string;
  readonly place: string;
}

const OPTION_FAULT = /^pip: error: |^(?=Could not split options)/;
const VCS = /^(?:git|hg|svn|bzr)\+/i;
const EXTRAS = /^(.+?)(\[[^[\]]*\])$/s;
const TAIL = /[?#].*$/s;

/** The line that a word or the text of a file's line means. */
export function readRootLine(
  written: Written,
  wanted: RequirementLine = parseRequirementLine(written.text),
): RootLine | LeftOut {
  switch (wanted.kind) {
    case 'line-fault':
      throw faultOf(written, wanted.message, wanted.hint);
    case 'requirement': {
      const { requirement } = wanted;
      const { url } = requirement;
      return url === undefined
        ? rootLine(written, requirement)
        : linkLine(written, url, () => requirement);
    }
    case 'url':
      return linkLine(written, wanted.url, (file) => namedByFile(file, '', wanted.marker));
    case 'path': {
      const [, path = wanted.path, extras = ''] = EXTRAS.exec(wanted.path) ?? [];
      if (wanted.fault !== undefined && !exists(path))
        throw faultOf(written, wanted.fault.message, wanted.fault.hint);
      return linkLine(written, pathToFileURL(resolve(path)).href, (file) =>
        namedByFile(file, extras, wanted.marker),
      );
    }
  }
}

/** A line that names something to be built in place (`-e`). pip has words for it in a constraints file. */
export function readEditable(written: Written): RootLine | LeftOut {
  if (!written.constraint)
    return { kind: 'left-out', place: written.place, text: `-e ${written.text}` };
  return { ...rootLine(written, UNNAMED), editable: true, link: written.text };
}

/** Why a line cannot be read, in one line of its own. */
export function faultOf({ place }: Written, message: string, hint?: string): BadInput {
  return new BadInput(`${place}${oneLine(message, hint)}`);
}

const UNNAMED: Requirement = {
  name: '',
  project: '',
  extras: [],
  specifier: NO_SPECIFIERS,
  marker: undefined,
  url: undefined,
  text: '',
};

function rootLine(
  { text, constraint, comesFrom, hashes = [] }: Written,
  requirement: Requirement,
): RootLine {
  const line = { text, requirement, constraint, comesFrom };
  return hashes.length === 0 ? line : { ...line, hashes };
}

/** A wheel is followed where it is; anything else would have to be built. */
function linkLine(
  written: Written,
  link: string,
  asked: (filename: string) => Requirement,
): RootLine | LeftOut {
  const filename = filenameInUrl(link);
  const isWheel = filename.endsWith('.whl') && !VCS.test(link);
  if (isWheel && link.startsWith('file:') && !exists(pathOf(link))) {
    if (!written.isFromElsewhere)
      throw faultOf(written, `'${written.text}': expected a file that exists`);
    return { kind: 'left-out', place: written.place, text: written.text, isElsewhere: true };
  }
  if (isWheel || written.constraint) return { ...rootLine(written, asked(filename)), link };
  return { kind: 'left-out', place: written.place, text: written.text };
}

/** What a wheel's own name asks for. */
function namedByFile(filename: string, extras: string, marker: Marker | undefined): Requirement {
  const wheel = parseWheelFilename(filename);
  const [name = ''] = filename.split('-');
  const plain = parseRequirement(`${name}==${wheel?.version.text ?? ''}`);
  if (wheel === undefined || 'kind' in plain) return UNNAMED;
  const withExtras = parseRequirement(`${name}${extras}`);
  return { ...plain, marker, extras: 'kind' in withExtras ? [] : withExtras.extras };
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** An address that names no path of this machine is taken as it is, and will not exist. */
function pathOf(link: string): string {
  try {
    return fileURLToPath(link.replace(TAIL, ''));
  } catch {
    return link;
  }
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
