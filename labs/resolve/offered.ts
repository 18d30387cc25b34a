// Which of a project's files fit a specifier: CandidateEvaluator in index/package_finder.py, and
// Factory._iter_found_candidates.

import { chosenFor } from '../packaging/name-choice.ts';
import type { IndexFile } from '../packaging/project-page.ts';
import type { Specifier, SpecifierSet } from '../packaging/specifier.ts';
import { filterVersions } from '../packaging/specifier.ts';
import type { Wanted } from './criterion.ts';
import type { ProjectOffers } from './finder.ts';
import type { Request } from './types.ts';

const MOST_ANSWERS = 5_000;

/** The files that are wanted, best first, one a version. */
export function offeredFiles(
  offers: ProjectOffers,
  wanted: Wanted,
  request: Request,
): readonly IndexFile[] {
  const { specifier, hashes } = wanted;
  const key = hashes === undefined ? specifier.text : `${specifier.text} ${[...hashes].join()}`;
  const known = offers.known.get(key);
  if (known !== undefined) return known;
  const fitting = withHashes(offers, fittingFiles(offers, specifier, request), hashes);
  const found = onePerVersion(withoutYanked(fitting, specifier));
  if (offers.known.size >= MOST_ANSWERS) offers.known.clear();
  offers.known.set(key, found);
  return found;
}

/** The best file that fits, a yanked one if it must be: what legacy pip takes. */
export function bestFile(
  offers: ProjectOffers,
  { specifier, hashes }: Wanted,
  request: Request,
): IndexFile | undefined {
  return withHashes(offers, fittingFiles(offers, specifier, request), hashes)[0];
}

function fittingFiles(
  offers: ProjectOffers,
  specifier: SpecifierSet,
  { version, preReleases }: Request,
): readonly IndexFile[] {
  const choice = chosenFor(preReleases, offers.project);
  const prereleases =
    choice === undefined
      ? version === '23.2'
        ? admittedBy23(specifier)
        : undefined
      : choice === 'yes';
  const versions = filterVersions(specifier, offers.versions, { prereleases });
  const keys = new Set(versions.map(({ key }) => key));
  return offers.files.filter((file) => keys.has(file.version.key));
}

// packaging 21.3, which pip 23.2 carries: with specifiers there is no falling back to pre-releases
// when no final release fits, and `<` and `>` do not admit any by naming one.
function admittedBy23(specifier: SpecifierSet): boolean | undefined {
  if (specifier.specifiers.length === 0) return undefined;
  return specifier.specifiers.some(
    ({ namesPrerelease, operator }) => namesPrerelease && operator !== '<' && operator !== '>',
  );
}

// Where some file has an allowed hash, those with another hash are out, and those without come last.
// Where none has, all stay, so that pip can say which hash it met.
function withHashes(
  { local }: ProjectOffers,
  files: readonly IndexFile[],
  allowed: ReadonlySet<string> | undefined,
): readonly IndexFile[] {
  if (allowed === undefined) return files;
  const stated = (file: IndexFile): readonly string[] =>
    local.has(file) ? [] : Object.entries(file.hashes).map((pair) => pair.join(':'));
  const good = files.filter((file) => stated(file).some((hash) => allowed.has(hash)));
  if (good.length === 0) return files;
  return [...good, ...files.filter((file) => stated(file).length === 0)];
}

// PEP 592: a yanked file only where nothing else fits and a version is named exactly.
function withoutYanked(files: readonly IndexFile[], specifier: SpecifierSet): readonly IndexFile[] {
  const kept = files.filter(({ yanked }) => yanked === false);
  return kept.length === 0 && specifier.specifiers.some(namesOneVersion) ? files : kept;
}

function namesOneVersion({ operator, version }: Specifier): boolean {
  return operator === '===' || (operator === '==' && !version.endsWith('.*'));
}

function onePerVersion(files: readonly IndexFile[]): readonly IndexFile[] {
  const seen = new Set<string>();
  return files.filter(({ version }) => !seen.has(version.key) && seen.add(version.key));
}
