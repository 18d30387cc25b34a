// A line of the user's with other specifiers; name, extras and marker stay as they were written.

import { formatMarker } from '../../packaging/marker-syntax.ts';
import { parseRequirement } from '../../packaging/requirement.ts';
import { contains, parseSpecifierSet, type Specifier } from '../../packaging/specifier.ts';
import { compareVersions, parseVersion, type Version } from '../../packaging/version.ts';
import type { RootLine } from '../types.ts';

/** The line without any bound. */
export const bareLine = (line: RootLine): RootLine | undefined => withSpecifiers(line, []);

/** The line for another project. */
export function renamedLine(line: RootLine, name: string): RootLine | undefined {
  const { extras } = line.requirement;
  return lineWith(line, name, extras, []);
}

/** The line, changed as little as lets it admit this version; undefined where it cannot be. */
export function widenedLine(line: RootLine, version: Version): RootLine | undefined {
  const { specifiers } = line.requirement.specifier;
  const changed = specifiers.flatMap((each) => widened(each, version));
  return withSpecifiers(line, [...new Set(changed)]);
}

/** The line with `>=` in the place of the version that it named. */
export function openedLine(line: RootLine): RootLine | undefined {
  const [only, ...more] = line.requirement.specifier.specifiers;
  if (only === undefined || more.length > 0 || !isExact(only)) return undefined;
  return withSpecifiers(line, [`>=${publicVersion(only.version)}`]);
}

/** Whether a specifier names one version. */
export const isExact = ({ operator, version }: Specifier): boolean =>
  operator === '===' || (operator === '==' && !version.endsWith('.*'));

function widened(specifier: Specifier, version: Version): readonly string[] {
  const { text, operator } = specifier;
  const set = parseSpecifierSet(text);
  if (set === undefined || contains(set, version, { prereleases: true })) return [text];
  switch (operator) {
    case '<':
    case '<=':
      return [`<=${version.text}`];
    case '>':
    case '>=':
      return [`>=${version.text}`];
    case '!=':
      return [];
    case '===':
    case '==':
      return specifier.version.endsWith('.*')
        ? prefixed(specifier, version)
        : [`==${version.text}`];
    case '~=':
      return prefixed(specifier, version);
  }
}

/** A series widened up to, or down to, a version outside of it. */
function prefixed({ version: written }: Specifier, version: Version): readonly string[] {
  const base = parseVersion(written.replace('.*', ''));
  if (base === undefined) return [`==${version.text}`];
  return compareVersions(version, base) > 0
    ? [`>=${base.text}`, `<=${version.text}`]
    : [`>=${version.text}`];
}

/** `2.7.1` of `2.7.1+cu128`: a bound may not name a local label. */
const publicVersion = (written: string): string => written.split('+')[0] ?? written;

const withSpecifiers = (line: RootLine, texts: readonly string[]): RootLine | undefined =>
  lineWith(line, line.requirement.name, line.requirement.extras, texts);

function lineWith(
  line: RootLine,
  name: string,
  extras: readonly string[],
  specifiers: readonly string[],
): RootLine | undefined {
  const { marker } = line.requirement;
  const brackets = extras.length === 0 ? '' : `[${extras.join(',')}]`;
  const condition = marker === undefined ? '' : `; ${formatMarker(marker)}`;
  const text = `${name}${brackets}${specifiers.join(',')}${condition}`;
  const requirement = parseRequirement(text);
  return 'kind' in requirement ? undefined : { ...line, text, requirement };
}
