// A recorded `pip install` command line as a request: womm's own reader of options, over files that
// are in memory instead of on a disk.

import { posix } from 'node:path';
import { readSolveOptions } from '../../labs/cli/solve/options.ts';
import type { SolveOptions } from '../../labs/cli/solve/options.ts';
import type { Settings } from '../../labs/cli/solve/settings.ts';
import { withSetting } from '../../labs/cli/solve/settings.ts';
import { ToolFailure } from '../../labs/cli/solve/tool-failure.ts';
import { groupRequirements } from '../../labs/packaging/dependency-groups.ts';
import { filenameInUrl } from '../../labs/packaging/file-extension.ts';
import { normalizeName } from '../../labs/packaging/names.ts';
import { parsePyproject } from '../../labs/packaging/pyproject.ts';
import { parseRequirement } from '../../labs/packaging/requirement.ts';
import type { Requirement } from '../../labs/packaging/requirement.ts';
import { parseRequirementLine } from '../../labs/packaging/requirement-line.ts';
import type { RequirementLine } from '../../labs/packaging/requirement-line.ts';
import type { FileLine } from '../../labs/packaging/requirements-file.ts';
import {
  formatInvalidLine,
  parseRequirementsFile,
} from '../../labs/packaging/requirements-file.ts';
import type { IndexSource, Installed, Request, RootLine } from '../../labs/resolve/types.ts';

/** What was typed, and what lay in the folder. */
export interface CommandLine {
  /** After `pip install`, and womm's own behind them. */
  readonly words: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly installed: Installed | undefined;
}

/** What pip says before it resolves anything. */
export interface Refused {
  readonly refusal: string;
}

type Place = Pick<RootLine, 'text' | 'constraint' | 'comesFrom' | 'hashes'>;

interface Reading extends CommandLine {
  readonly options: SolveOptions;
  readonly lines: RootLine[];
  settings: Settings;
}

const DIR = '$DIR';
const VARIABLE = /\$\{([A-Z0-9_]+)\}/g;
const WITH_EXTRAS = /^(.+)(\[[^[\]]+\])$/;

/** The request, or pip's own words where it never comes to one. */
export function commandToRequest(command: CommandLine): Request | Refused {
  try {
    return readCommand(command);
  } catch (thrown) {
    if (!(thrown instanceof ToolFailure)) throw thrown;
    return { refusal: thrown.message };
  }
}

function readCommand(command: CommandLine): Request {
  const options = readSolveOptions(command.words);
  const reading: Reading = { ...command, options, lines: [], settings: options.settings };
  for (const file of options.constraintFiles) readFile(reading, file, true);
  for (const text of options.words) addText(reading, text);
  for (const group of options.groups) readGroup(reading, group);
  for (const file of options.requirementFiles) readFile(reading, file, false);
  const { lines, settings } = reading;
  const [index, ...moreIndexes] = [
    ...settings.indexes.map((url): IndexSource => ({ kind: 'simple', url })),
    ...settings.findLinks.map((directory): IndexSource => ({ kind: 'find-links', directory })),
  ];
  const { target, version, foreign, upgrade, reinstall, noDeps, onlyDeps } = options;
  const { binary, preferBinary, preReleases, requireHashes } = settings;
  return {
    ...{ lines, target, version, foreign, upgrade, reinstall, noDeps, onlyDeps },
    ...{ binary, preferBinary, preReleases, requireHashes, index, moreIndexes },
    uploadedPriorTo: options.before,
    ignoreRequiresPython: options.ignoreRequiresPython,
    installed: command.installed,
    workingDirectory: DIR,
    dryRun: command.words.includes('--dry-run'),
  };
}

function readFile(reading: Reading, file: string, constraint: boolean): void {
  const content = reading.files[posix.normalize(file.replace(`${DIR}/`, ''))];
  if (content === undefined) {
    const why = `[Errno 2] No such file or directory: '${file}'`;
    throw new ToolFailure(`ERROR: Could not open requirements file: ${why}`);
  }
  const expanded = content.replace(VARIABLE, (whole, name: string) => reading.env?.[name] ?? whole);
  for (const line of parseRequirementsFile(expanded)) addLine(reading, line, file, constraint);
}

function addLine(reading: Reading, line: FileLine, file: string, constraint: boolean): void {
  const comesFrom = `${constraint ? '-c' : '-r'} ${file} (line ${line.line})`;
  switch (line.kind) {
    case 'invalid':
      throw new ToolFailure(`ERROR: ${formatInvalidLine(line, file)}`);
    case 'options':
      reading.settings = line.options.reduce(withSetting, reading.settings);
      return;
    case 'include':
      readFile(reading, besideFile(reading, file) + line.file, line.as === 'constraints');
      return;
    case 'editable':
      reading.lines.push({
        ...linkLine(line.target, { text: line.target, constraint, comesFrom }),
        editable: true,
      });
      return;
    case 'requirement': {
      const { hashes, written } = line;
      reading.lines.push(toLine(line.wanted, { text: written, constraint, comesFrom, hashes }));
    }
  }
}

// 23.2 leaves a relative path as it is.
function besideFile({ options }: Reading, file: string): string {
  const slash = file.lastIndexOf('/');
  if (slash >= 0) return file.slice(0, slash + 1);
  return options.version === '23.2' ? '' : `${DIR}/`;
}

function readGroup(reading: Reading, group: string): void {
  const project = parsePyproject(reading.files['pyproject.toml'] ?? '');
  if (project.kind !== 'pyproject') return;
  const found = groupRequirements(project.groups, group);
  if ('kind' in found) {
    const where = `[dependency-groups] resolution failed for '${group}' from 'pyproject.toml'`;
    throw new ToolFailure(`ERROR: ${where}: ${found.messages.join('; ')}`);
  }
  for (const { text } of found) addText(reading, text);
}

function addText(reading: Reading, text: string): void {
  const place = { text, constraint: false, comesFrom: undefined };
  reading.lines.push(toLine(parseRequirementLine(text), place));
}

function toLine(wanted: RequirementLine, place: Place): RootLine {
  switch (wanted.kind) {
    case 'requirement':
      return { ...place, requirement: wanted.requirement };
    case 'line-fault':
      throw new ToolFailure(`ERROR: ${wanted.message}`);
    case 'url':
      return linkLine(wanted.url, place);
    case 'path':
      return linkLine(wanted.path, place);
  }
}

function linkLine(written: string, place: Place): RootLine {
  const [, path = written, extras = ''] = WITH_EXTRAS.exec(written) ?? [];
  const link = path.includes('://') ? path : `file://${path.replace(/^\.\//, `${DIR}/`)}`;
  const [name = '', version = ''] = filenameInUrl(link).split('-');
  const base = requirementOf(`${normalizeName(name)}==${version.replaceAll('_', '-')}`);
  return { ...place, link, requirement: { ...base, extras: requirementOf(`x${extras}`).extras } };
}

function requirementOf(text: string): Requirement {
  const requirement = parseRequirement(text);
  if (!('kind' in requirement)) return requirement;
  return { ...requirementOf('unnamed'), name: '', project: '', text: '' };
}
