// What a PEP 508 marker says of an environment, by the rules of packaging 26.3 (markers.py).

import type {
  Marker,
  MarkerComparison,
  MarkerName,
  MarkerOperator,
  MarkerVariable,
} from './marker-syntax.ts';
import { normalizeName } from './names.ts';
import { reprPython } from './python-text.ts';
import { parseSpecifier } from './specifier.ts';
import { includesKey } from './version-range.ts';
import { parseVersion } from './version.ts';

export type {
  Marker,
  MarkerComparison,
  MarkerGroup,
  MarkerName,
  MarkerOperand,
  MarkerOperator,
  MarkerVariable,
} from './marker-syntax.ts';
export { formatMarker, parseMarker } from './marker-syntax.ts';
export type { ParseError } from './source-reader.ts';

/** What an interpreter says of itself and its machine. */
export type MarkerEnvironment = Readonly<Record<MarkerVariable, string>>;

/**
 * What a lock file's installer was asked for (PEP 751). In a lock file the name `extra` means
 * nothing; anywhere else these names do not.
 */
export interface MarkerSets {
  readonly extras: readonly string[];
  readonly dependency_groups: readonly string[];
}

/** Why packaging refuses to evaluate a marker that it could read. */
export type MarkerFault =
  | { readonly kind: 'undefined-comparison'; readonly message: string }
  | { readonly kind: 'undefined-name'; readonly name: string };

const COMPARED_AS_VERSIONS: ReadonlySet<string> = new Set([
  'implementation_version',
  'platform_release',
  'python_full_version',
  'python_version',
]);

/** Whether the marker holds; one that cannot be evaluated (see `tryMarker`) does not. */
export function evaluateMarker(
  marker: Marker,
  environment: MarkerEnvironment,
  extra = '',
  sets?: MarkerSets,
): boolean {
  return tryMarker(marker, environment, extra, sets) === true;
}

/** Whether the marker holds, or why there is no answer: every comparison must have one. */
export function tryMarker(
  marker: Marker,
  environment: MarkerEnvironment,
  extra = '',
  sets?: MarkerSets,
): boolean | MarkerFault {
  return evaluateGroup(marker, {
    environment,
    extra: extra === '' ? '' : normalizeName(extra),
    sets,
  });
}

interface Context {
  readonly environment: MarkerEnvironment;
  readonly extra: string;
  readonly sets: MarkerSets | undefined;
}

function evaluateGroup(group: Marker, context: Context): boolean | MarkerFault {
  let isAnyTrue = false;
  let isRowTrue = true;
  for (const [index, item] of group.items.entries()) {
    if (index > 0 && group.joins[index - 1] === 'or') {
      isAnyTrue ||= isRowTrue;
      isRowTrue = true;
    }
    const answer =
      item.kind === 'group' ? evaluateGroup(item, context) : evaluateComparison(item, context);
    if (typeof answer === 'object') return answer;
    isRowTrue &&= answer;
  }
  return isAnyTrue || isRowTrue;
}

function evaluateComparison(
  { left, operator, right }: MarkerComparison,
  context: Context,
): boolean | MarkerFault {
  // Exactly one side is looked up; the name of a second variable stands for itself.
  const leftText = left.kind === 'variable' ? left.name : left.text;
  const rightText = right.kind === 'variable' ? right.name : right.text;
  const name = left.kind === 'variable' ? leftText : rightText;
  const value = lookUp(name, context);
  if (value === undefined) return { kind: 'undefined-name', name };
  if (left.kind === 'variable') {
    if (typeof value === 'string') return compare(value, operator, rightText, name);
    return { kind: 'undefined-comparison', message: setOnTheLeft(name, operator) };
  }
  if (typeof value === 'string') return compare(leftText, operator, value, name);
  return compareWithSet(normalizeName(leftText), operator, value.map(normalizeName));
}

function lookUp(name: string, context: Context): string | readonly string[] | undefined {
  if (name === 'extra') return context.sets === undefined ? context.extra : undefined;
  if (name === 'extras' || name === 'dependency_groups') return context.sets?.[name];
  if (!isVariable(name, context.environment)) return undefined;
  const value = context.environment[name];
  // Untagged builds of CPython say "3.14.0a1+", which is no version.
  return name === 'python_full_version' && value.endsWith('+') ? `${value}local` : value;
}

function isVariable(name: string, environment: MarkerEnvironment): name is MarkerVariable {
  return Object.hasOwn(environment, name);
}

function compare(
  left: string,
  operator: MarkerOperator,
  right: string,
  name: MarkerName | string,
): boolean | MarkerFault {
  if (COMPARED_AS_VERSIONS.has(name)) {
    const answer = compareAsVersions(left, operator, right);
    if (answer !== undefined) return answer;
  }
  switch (operator) {
    case 'in':
      return right.includes(left);
    case 'not in':
      return !right.includes(left);
    case '==':
    case '<=':
    case '>=':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
    case '>':
      return false;
    case '~=':
    case '===':
      return undefinedComparison(left, operator, reprPython(right));
  }
}

/** undefined if operator and right side are no specifier: they are compared as texts then. */
function compareAsVersions(left: string, operator: string, right: string): boolean | undefined {
  const specifier = parseSpecifier(operator + right);
  if (specifier === undefined) return undefined;
  if (specifier.operator === '===') {
    return left.toLowerCase() === specifier.version.toLowerCase();
  }
  const version = parseVersion(left);
  return version !== undefined && includesKey(specifier.intervals, version.key);
}

function compareWithSet(
  left: string,
  operator: MarkerOperator,
  right: readonly string[],
): boolean | MarkerFault {
  switch (operator) {
    case 'in':
      return right.includes(left);
    case 'not in':
      return !right.includes(left);
    case '!=':
      return true;
    case '~=':
    case '===':
      return undefinedComparison(left, operator, `{${right.map(reprPython).join(', ')}}`);
    default:
      return false;
  }
}

function undefinedComparison(left: string, operator: string, right: string): MarkerFault {
  return {
    kind: 'undefined-comparison',
    message: `Undefined <Op('${operator}')> on ${reprPython(left)} and ${right}.`,
  };
}

function setOnTheLeft(name: string, operator: string): string {
  return (
    `Set-valued marker ${reprPython(name)} can only be used with the membership form ` +
    `(e.g. "<name>" in ${name}); it cannot appear on the left-hand side of ${reprPython(operator)}.`
  );
}
