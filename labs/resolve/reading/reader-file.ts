// What a reader hands over, as the lines that a resolver takes. Nothing is dropped in silence: a line
// that is not followed is named with the reason.

import { groupRequirements, type GroupFault } from '../../packaging/dependency-groups.ts';
import { evaluateMarker, parseMarker } from '../../packaging/marker.ts';
import { normalizeName } from '../../packaging/names.ts';
import { parsePylock } from '../../packaging/pylock.ts';
import { parsePyproject, type Pyproject } from '../../packaging/pyproject.ts';
import { parseRequirement } from '../../packaging/requirement.ts';
import { formatInvalidLine, parseRequirementsFile } from '../../packaging/requirements-file.ts';
import type { FileLine } from '../../packaging/requirements-file.ts';
import { targetEnvironment } from '../../packaging/target-environment.ts';
import type { Target } from '../../packaging/target.ts';
import { isFileFault, type FileFault } from '../../packaging/toml.ts';
import type { WrittenRequirement } from '../../packaging/written-requirement.ts';
import type { RootLine } from '../types.ts';

/** The lines of a file that are resolved, and those that are not. */
export interface ReaderFile {
  readonly lines: readonly RootLine[];
  readonly passedOver: readonly PassedOver[];
  /** pip would read no further: nothing is resolved. */
  readonly faults: readonly Fault[];
  /** What the file itself asks of Python. */
  readonly requiresPython: string | undefined;
}

/** A line that is not followed here, or one of which a part counts for nothing. */
export interface PassedOver {
  readonly line: number | undefined;
  readonly text: string;
  readonly because:
    | 'option'
    | 'other-file'
    | 'editable'
    | 'address'
    | 'folder'
    | 'hashes'
    /** A package of a lockfile whose marker does not hold on this machine. */
    | 'other-machine'
    /** Not written in the file: only building the project would tell. */
    | 'dynamic'
    /** In the table of a tool that pip does not read. */
    | 'other-tool';
}

/** Something that no reader of such a file can get past. */
export interface Fault {
  readonly line: number | undefined;
  readonly message: string;
}

const NOTHING: ReaderFile = { lines: [], passedOver: [], faults: [], requiresPython: undefined };

/** A requirements.txt, or what `pip freeze` prints. */
export function readRequirements(text: string): ReaderFile {
  const lines: RootLine[] = [];
  const passedOver: PassedOver[] = [];
  const faults: Fault[] = [];
  for (const read of parseRequirementsFile(text)) {
    const { line } = read;
    if (read.kind === 'invalid')
      faults.push({ line, message: formatInvalidLine(read, REQUIREMENTS) });
    const because = reasonAgainst(read);
    if (because !== undefined) passedOver.push({ line, text: read.text, because });
    else if (read.kind === 'requirement' && read.wanted.kind === 'requirement') {
      lines.push(rootLine(read.written, read.wanted.requirement, REQUIREMENTS_ORIGIN, line));
      if (read.hashes.length > 0) passedOver.push({ line, text: read.written, because: 'hashes' });
    }
  }
  return { ...NOTHING, lines, passedOver, faults };
}

const REQUIREMENTS = 'requirements.txt';
const REQUIREMENTS_ORIGIN = `-r ${REQUIREMENTS}`;

function reasonAgainst(read: FileLine): PassedOver['because'] | undefined {
  if (read.kind === 'options') return 'option';
  if (read.kind === 'include') return 'other-file';
  if (read.kind === 'editable') return 'editable';
  if (read.kind !== 'requirement') return undefined;
  if (read.wanted.kind === 'path') return 'folder';
  const isAddress = read.wanted.kind === 'url' || read.wanted.requirement.url !== undefined;
  return isAddress ? 'address' : undefined;
}

/** The requirements of an extra, whose name is compared normalised. */
function extraRequirements(
  extras: Pyproject['extras'],
  extra: string,
): readonly WrittenRequirement[] | GroupFault {
  const named = [...extras].find(([name]) => normalizeName(name) === normalizeName(extra));
  return named?.[1] ?? { kind: 'group-fault', messages: [`Extra '${extra}' not found`] };
}

/** The requirements of a pyproject.toml; of its groups and extras those that are named. */
export function readPyproject(
  text: string,
  extras: readonly string[] = [],
  groups: readonly string[] = [],
): ReaderFile {
  const project = parsePyproject(text);
  if (isFileFault(project)) return faulty(project);
  const lists: (readonly WrittenRequirement[] | GroupFault)[] = [
    project.dependencies,
    ...extras.map((extra) => extraRequirements(project.extras, extra)),
    ...groups.map((group) => groupRequirements(project.groups, group)),
  ];
  const lines: RootLine[] = [];
  const passedOver: PassedOver[] = [];
  const faults: Fault[] = [];
  for (const list of lists) {
    if ('kind' in list) {
      faults.push(...list.messages.map((message) => ({ line: undefined, message })));
      continue;
    }
    for (const written of list) {
      const { wanted, line } = written;
      if ('kind' in wanted) faults.push({ line, message: `Invalid requirement: ${written.text}` });
      else if (wanted.url !== undefined)
        passedOver.push({ line, text: written.text, because: 'address' });
      else lines.push(rootLine(written.text, wanted, 'pyproject.toml', line));
    }
  }
  const name = project.name ?? 'pyproject.toml';
  if (project.isDynamic) passedOver.push({ line: undefined, text: name, because: 'dynamic' });
  if (project.foreignTool !== undefined)
    passedOver.push({
      line: undefined,
      text: `[tool.${project.foreignTool}]`,
      because: 'other-tool',
    });
  return { lines, passedOver, faults, requiresPython: project.requiresPython };
}

/** The pins of a pylock.toml on one machine, as lines that can be checked against each other. */
export function readPylock(text: string, target: Target): ReaderFile {
  const lock = parsePylock(text);
  if (isFileFault(lock)) return faulty(lock);
  const environment = targetEnvironment(target);
  const lines: RootLine[] = [];
  const passedOver: PassedOver[] = [];
  for (const { name, version, line, marker, source } of lock.packages) {
    const holds = marker === undefined ? undefined : parseMarker(marker);
    const isElsewhere =
      holds !== undefined && !('message' in holds) && !evaluateMarker(holds, environment);
    const requirement = parseRequirement(`${name}==${version?.text ?? ''}`);
    if (isElsewhere) passedOver.push({ line, text: name, because: 'other-machine' });
    else if (source.kind !== 'files' || 'kind' in requirement)
      passedOver.push({
        line,
        text: name,
        because: source.kind === 'directory' ? 'folder' : 'address',
      });
    else lines.push(rootLine(requirement.text, requirement, 'pylock.toml', line));
  }
  return { ...NOTHING, lines, passedOver, requiresPython: lock.requiresPython };
}

function rootLine(
  text: string,
  requirement: RootLine['requirement'],
  origin: string,
  line: number | undefined,
): RootLine {
  const comesFrom = line === undefined ? origin : `${origin} (line ${line})`;
  return { text, requirement, constraint: false, comesFrom };
}

const faulty = ({ line, message }: FileFault): ReaderFile => ({
  ...NOTHING,
  faults: [{ line, message }],
});
