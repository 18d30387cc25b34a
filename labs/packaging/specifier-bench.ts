// What one requirement leaves of a project's releases, clause by clause, as pip 26.3 decides it.

import type { Engine } from '../core/engine.ts';
import { isRecord, parseJson } from '../core/json.ts';
import type { Lab } from '../core/lab.ts';
import { parseRequirementLine } from './requirement-line.ts';
import type { Requirement } from './requirement.ts';
import { contains, filterVersions, specifierSet } from './specifier.ts';
import { compareVersions, parseVersion, type Version } from './version.ts';

/** Where a specifier bench starts: a project, what is asked of it, and what is to be reached. */
export interface SpecifierSetup {
  readonly project: string;
  /** What stands behind the name at the start: `~=2.15`. */
  readonly specifier: string;
  readonly goals: readonly SpecifierGoal[];
  /** The data file that lists the releases, and they themselves once `prepare` has brought them. */
  readonly releases: string;
  readonly versions?: readonly Version[];
}

/** The releases that are to be in, said as what one specifier admits. */
export interface SpecifierGoal {
  readonly id: string;
  readonly admits: string;
  /** Whether others may be in as well. */
  readonly others: boolean;
}

/** What a learner does at the bench: she asks who is in. */
export interface SpecifierEvent {
  readonly type: 'asked';
  /** What she wrote behind the name. */
  readonly text: string;
}

/** What becomes of one release, and which clauses leave it out. */
export interface Fate {
  readonly version: Version;
  readonly isIn: boolean;
  readonly clauses: readonly string[];
  /** No clause leaves it out, but it is a pre-release and nobody asked for one. */
  readonly isHeldBack: boolean;
}

/** What pip makes of the requirement. */
export type SpecifierAnswer =
  /** It cannot read it. */
  | { readonly kind: 'unreadable'; readonly message: string }
  /** It reads a name of another project. */
  | { readonly kind: 'other-project'; readonly name: string }
  /** It reads more than versions (a marker, a URL, a path), which this bench does not follow. */
  | { readonly kind: 'not-followed' }
  | {
      readonly kind: 'read';
      readonly requirement: Requirement;
      /** Oldest first. */
      readonly fates: readonly Fate[];
      /** Pre-releases are in because nothing else fits. */
      readonly fellBack: boolean;
    };

export interface SpecifierState {
  readonly setup: SpecifierSetup;
  readonly text: string;
  /** Undefined until it is asked who is in. */
  readonly answer: SpecifierAnswer | undefined;
}

/** A lab on this bench. */
export type SpecifierLab = Lab<SpecifierSetup, SpecifierState, SpecifierEvent>;

/** A specifier longer than this is nobody's. */
export const MOST_CHARACTERS = 300;

/** The engine of every lab in which a specifier is held against real releases. */
export const specifierBench: Engine<SpecifierSetup, SpecifierState, SpecifierEvent> = {
  kind: 'specifiers',
  start: (setup) => ({ setup, text: setup.specifier, answer: undefined }),
  apply: ({ setup }, { text }) => ({ setup, text, answer: answerTo(text, setup) }),
  readEvent(value) {
    if (!isRecord(value) || value['type'] !== 'asked') return undefined;
    const { text } = value;
    return typeof text === 'string' && text.length <= MOST_CHARACTERS
      ? { type: 'asked', text }
      : undefined;
  },
  async prepare(setup, read) {
    const texts = parseJson(await read(setup.releases));
    if (!Array.isArray(texts)) throw new Error(`${setup.releases}: not a list of versions`);
    const versions = texts.flatMap((text) => parseVersion(String(text)) ?? []);
    return { ...setup, versions: versions.sort(compareVersions) };
  },
};

/** What pip makes of a project with this behind its name. */
export function answerTo(
  text: string,
  { project, versions = [] }: Pick<SpecifierSetup, 'project' | 'versions'>,
): SpecifierAnswer {
  const read = parseRequirementLine(project + text);
  if (read.kind === 'line-fault') {
    const hint = read.hint === undefined ? '' : `\nHint: ${read.hint}`;
    return { kind: 'unreadable', message: `ERROR: ${read.message}${hint}` };
  }
  if (read.kind !== 'requirement') return { kind: 'not-followed' };
  const { requirement } = read;
  if (requirement.project !== project) return { kind: 'other-project', name: requirement.name };
  if (requirement.marker ?? requirement.url) return { kind: 'not-followed' };
  const admitted = new Set(filterVersions(requirement.specifier, versions).map(({ key }) => key));
  const fates = versions.map((version): Fate => {
    const isIn = admitted.has(version.key);
    const clauses = isIn ? [] : clausesAgainst(requirement, version);
    return { version, isIn, clauses, isHeldBack: !isIn && clauses.length === 0 };
  });
  const fellBack =
    !requirement.specifier.namesPrerelease &&
    fates.some(({ isIn, version }) => isIn && version.isPrerelease);
  return { kind: 'read', requirement, fates, fellBack };
}

const clausesAgainst = ({ specifier }: Requirement, version: Version): readonly string[] =>
  specifier.specifiers
    .filter((clause) => !contains(specifierSet([clause]), version))
    .map(({ text }) => text);
