// What pip's finder offers: pip/_internal/index/package_finder.py and Factory._iter_found_candidates.

import type { IndexFile, ProjectPage } from '../packaging/project-page.ts';
import type { Specifier, SpecifierSet } from '../packaging/specifier.ts';
import { filterVersions } from '../packaging/specifier.ts';
import type { Version } from '../packaging/version.ts';
import { compareVersions } from '../packaging/version.ts';
import { fileFit } from './file-fit.ts';
import type { PipVersion, Request } from './types.ts';

/** What one project's page comes to for one target. */
export interface ProjectOffers {
  /** Every file that fits the target, most wanted first; yanked ones at the end. */
  readonly files: readonly IndexFile[];
  /** Each version of these files once. */
  readonly versions: readonly Version[];
  /** What pip notes of files that its Python rules out: `3.0 Requires-Python >=3.14`. */
  readonly skippedForPython: readonly string[];
  /** Answers given before, by the text of the specifier set. */
  readonly known: Map<string, readonly IndexFile[]>;
}

const MOST_ANSWERS = 5_000;
const NO_FILES: ProjectOffers = { files: [], versions: [], skippedForPython: [], known: new Map() };

const offersOfPages = new WeakMap<ProjectPage, Map<string, ProjectOffers>>();

/** What the page offers; undefined is the page that an index does not have. */
export function pageToOffers(page: ProjectPage | undefined, request: Request): ProjectOffers {
  if (page === undefined) return NO_FILES;
  let byTarget = offersOfPages.get(page);
  if (byTarget === undefined) offersOfPages.set(page, (byTarget = new Map()));
  const { python, platform, system } = request.target;
  const key = `${python} ${platform} ${system?.join('.')} ${request.version} ${request.index?.kind}`;
  let offers = byTarget.get(key);
  if (offers === undefined) byTarget.set(key, (offers = readOffers(page, request)));
  return offers;
}

function readOffers(page: ProjectPage, request: Request): ProjectOffers {
  const fitting: { readonly file: IndexFile; readonly rank: number }[] = [];
  const skipped = new Set<string>();
  for (const file of page.files) {
    const fit = fileFit(file, request);
    if (fit.fits) fitting.push({ file, rank: fit.rank });
    else if (fit.note !== undefined) skipped.add(fit.note);
  }
  // pip sorts ascending, keeps the order of equals and reads the list from its end.
  fitting.reverse();
  fitting.sort(
    (a, b) =>
      Number(a.file.yanked !== false) - Number(b.file.yanked !== false) ||
      compareVersions(b.file.version, a.file.version) ||
      a.rank - b.rank ||
      compareBuilds(b.file.build, a.file.build),
  );
  const versions = new Map(fitting.map(({ file }) => [file.version.key, file.version]));
  return {
    files: fitting.map(({ file }) => file),
    versions: [...versions.values()],
    skippedForPython: [...skipped],
    known: new Map(),
  };
}

/** The files that fit `specifier`, best first, one a version. */
export function offeredFiles(
  offers: ProjectOffers,
  specifier: SpecifierSet,
  version: PipVersion,
): readonly IndexFile[] {
  const key = specifier.text;
  const known = offers.known.get(key);
  if (known !== undefined) return known;
  const found = onePerVersion(withoutYanked(fittingFiles(offers, specifier, version), specifier));
  if (offers.known.size >= MOST_ANSWERS) offers.known.clear();
  offers.known.set(key, found);
  return found;
}

/** The best file that fits, a yanked one if it must be: what legacy pip takes. */
export function bestFile(
  offers: ProjectOffers,
  specifier: SpecifierSet,
  version: PipVersion,
): IndexFile | undefined {
  return fittingFiles(offers, specifier, version)[0];
}

function fittingFiles(
  offers: ProjectOffers,
  specifier: SpecifierSet,
  version: PipVersion,
): readonly IndexFile[] {
  const prereleases = version === '23.2' ? admittedBy23(specifier) : undefined;
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

// PEP 592: a yanked file only where nothing else fits and a version is named exactly.
function withoutYanked(files: readonly IndexFile[], specifier: SpecifierSet): readonly IndexFile[] {
  const kept = files.filter(({ yanked }) => yanked === false);
  return kept.length === 0 && specifier.specifiers.some(namesOneVersion) ? files : kept;
}

function namesOneVersion({ operator, version }: Specifier): boolean {
  return operator === '===' || (operator === '==' && !version.endsWith('.*'));
}

function onePerVersion(files: readonly IndexFile[]): readonly IndexFile[] {
  return files.filter((file, i) => files[i - 1]?.version.key !== file.version.key);
}

function compareBuilds(a: IndexFile['build'], b: IndexFile['build']): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  return a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0;
}
