import type { Verdict } from '../core/lab.ts';
import type { Fate, SpecifierGoal, SpecifierSetup, SpecifierState } from './specifier-bench.ts';
import { filterVersions, parseSpecifierSet } from './specifier.ts';
import type { Version } from './version.ts';

/** How far the last answer is from a goal. */
export interface SpecifierGoalRow {
  readonly id: string;
  readonly wanted: readonly Version[];
  /** Whether others may be in as well. */
  readonly others: boolean;
  /** False while nothing was asked, and where pip could not read what was. */
  readonly isKnown: boolean;
  /** Wanted, and out. */
  readonly missing: readonly Version[];
  /** In, and not wanted. */
  readonly extra: readonly Version[];
  readonly met: boolean;
}

/** Every goal of the bench beside what is in now. */
export const specifierGoals = (state: SpecifierState): SpecifierGoalRow[] =>
  state.setup.goals.map((goal) => rowOf(goal, state));

function rowOf(goal: SpecifierGoal, { setup, answer }: SpecifierState): SpecifierGoalRow {
  const wanted = wantedBy(goal, setup);
  const keys = new Set(wanted.map(({ key }) => key));
  const fates = answer?.kind === 'read' ? answer.fates : [];
  const missing = versionsOf(fates.filter(({ isIn, version }) => !isIn && keys.has(version.key)));
  const extra = goal.others
    ? []
    : versionsOf(fates.filter(({ isIn, version }) => isIn && !keys.has(version.key)));
  const isKnown = answer?.kind === 'read';
  const met = isKnown && missing.length + extra.length === 0;
  return { id: goal.id, wanted, others: goal.others, isKnown, missing, extra, met };
}

const versionsOf = (fates: readonly Fate[]): Version[] => fates.map(({ version }) => version);

function wantedBy({ admits }: SpecifierGoal, { versions = [] }: SpecifierSetup): Version[] {
  const set = parseSpecifierSet(admits);
  return set === undefined ? [] : filterVersions(set, versions);
}

const CARET = /^\s*(?:\^|~(?!=))/;
const LONE_EQUALS = /^\s*=(?!=)/;
const SHORT_TILDE = /~=\s*[0-9]+\s*(?:,|$)/;

/** Is who is in now who should be? If not: why, in the most telling way. */
export function admitsGoal(state: SpecifierState, id: string): Verdict {
  const { answer, text } = state;
  if (answer === undefined) return wrong('not-asked');
  if (answer.kind === 'other-project') return wrong('other-project', { name: answer.name });
  if (answer.kind === 'not-followed') return wrong('not-followed');
  if (answer.kind === 'unreadable') {
    if (CARET.test(text)) return wrong('caret', { text });
    if (LONE_EQUALS.test(text)) return wrong('lone-equals', { text });
    if (SHORT_TILDE.test(text)) return wrong('short-tilde', { text });
    return wrong('unreadable', { text });
  }
  const row = specifierGoals(state).find((goal) => goal.id === id);
  if (!row || row.met) return { ok: true };
  const missing = formatRun(row.missing);
  const extra = formatRun(row.extra);
  if (missing === '') return wrong('lets-in', { extra });
  const against = answer.fates.find(({ version }) => version === row.missing[0]);
  if (against?.isHeldBack) return wrong('held-back', { missing });
  const clause = against?.clauses.join(', ') ?? '';
  return extra === ''
    ? wrong('shuts-out', { missing, clause })
    : wrong('lets-in-and-shuts-out', { missing, extra, clause });
}

const FEW = 3;

/** `2.16.1, 2.16.2`; of many the first and the last: `2.16.1 … 2.21.0`. */
export const formatRun = (versions: readonly Version[]): string =>
  versions.length <= FEW
    ? versions.map(({ text }) => text).join(', ')
    : `${versions[0]?.text ?? ''} … ${versions.at(-1)?.text ?? ''}`;

const wrong = (why: string, blanks: Readonly<Record<string, string>> = {}): Verdict => ({
  ok: false,
  why,
  with: blanks,
});
