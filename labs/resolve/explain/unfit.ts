// Why a version that exists is not on offer: what LinkEvaluator in pip's package_finder.py passes over,
// told apart.

import type { IndexFile, ProjectPage } from '../../packaging/project-page.ts';
import { contains, parseSpecifierSet } from '../../packaging/specifier.ts';
import { supportedTags } from '../../packaging/tags.ts';
import { PLATFORMS, pythonVersion, type Platform, type Target } from '../../packaging/target.ts';
import { compareVersions, parseVersion, type Version } from '../../packaging/version.ts';
import { chosenFor } from '../../packaging/name-choice.ts';
import { formatUtcSeconds, parseUtcSeconds } from '../../packaging/utc-seconds.ts';
import { fileFit } from '../file-fit.ts';
import type { Request } from '../types.ts';
import type { Unfit, UnfitReason } from './explanation.ts';
import type { Reading } from './version-needs.ts';

/** The day in a time. */
const DATE = 'YYYY-MM-DD'.length;

/** The minor versions of Python 3 for which wheels are sought: those that students meet. */
const MINORS = [15, 14, 13, 12, 11, 10, 9, 8, 7];

/** For which request, and what was read of files. */
export interface Known {
  readonly request: Request;
  readonly reading: Reading;
}

/** The versions that `isWanted` admits and that cannot be had here, ascending, each with the nearest reason. */
export function unfitVersions(
  page: ProjectPage | undefined,
  { request, reading }: Known,
  isWanted: (version: Version) => boolean,
): readonly Unfit[] {
  const byKey = new Map<string, Unfit[]>();
  for (const file of page?.files ?? []) {
    const { version } = file;
    if (!isWanted(version)) continue;
    const because = unfitReason(
      file,
      page?.project ?? '',
      request,
      reading.metadata.get(file) ?? file.metadata,
    );
    if (because === undefined) continue;
    const known = byKey.get(version.key);
    if (known === undefined) byKey.set(version.key, [{ version, because }]);
    else known.push({ version, because });
  }
  return [...byKey.values()]
    .map(nearestReason)
    .sort((a, b) => compareVersions(a.version, b.version));
}

/** Of the files of one version, what would bring it soonest: all their Pythons, all their machines. */
function nearestReason(files: readonly Unfit[]): Unfit {
  const [first, ...others] = files.toSorted((a, b) => rank(a) - rank(b));
  if (first === undefined) throw new Error('a version has a file');
  const alike = [first, ...others].map(({ because }) => because);
  const { version } = first;
  switch (first.because.kind) {
    case 'python-tags': {
      const pythons = alike.flatMap((each) => (each.kind === 'python-tags' ? each.pythons : []));
      const minors = MINORS.map((minor) => `3.${minor}`).filter((each) => pythons.includes(each));
      return { version, because: { kind: 'python-tags', pythons: minors } };
    }
    case 'platform': {
      const known = alike.flatMap((each) => (each.kind === 'platform' ? each.platforms : []));
      const platforms = PLATFORMS.filter((platform) => known.includes(platform));
      return { version, because: { kind: 'platform', platforms } };
    }
    default:
      return first;
  }
}

const ORDER: readonly UnfitReason['kind'][] = [
  'too-new',
  'pre-release',
  'yanked',
  'python',
  'python-tags',
  'platform',
  'source-only',
];

const rank = ({ because }: Unfit): number => ORDER.indexOf(because.kind);

function unfitReason(
  file: IndexFile,
  project: string,
  request: Request,
  metadata: IndexFile['metadata'],
): UnfitReason | undefined {
  const uploaded = parseUtcSeconds(file.uploadTime ?? '');
  const { uploadedPriorTo } = request;
  if (uploadedPriorTo !== undefined && uploaded !== undefined && uploaded >= uploadedPriorTo)
    return { kind: 'too-new', uploaded: formatUtcSeconds(uploaded).slice(0, DATE) };
  if (file.kind === 'wheel' && chosenFor(request.binary, project) === 'no') return undefined;
  if (file.kind === 'sdist') return { kind: 'source-only' };
  const told = typeof metadata === 'object' ? metadata.requiresPython : undefined;
  if (!fitsPython(told, request.target)) return { kind: 'python', requiresPython: told ?? '' };
  if (fileFit(file, request).fits) {
    return file.yanked === false
      ? { kind: 'pre-release' }
      : { kind: 'yanked', reason: file.yanked };
  }
  const { target } = request;
  if (!fitsTags(file, target)) {
    const pythons = MINORS.filter((minor) => fitsTags(file, withMinor(target, minor)));
    const platforms = PLATFORMS.filter((platform) => fitsTags(file, { ...target, platform }));
    if (pythons.length > 0)
      return { kind: 'python-tags', pythons: pythons.map((minor) => `3.${minor}`) };
    return { kind: 'platform', platforms: platforms.length > 0 ? platforms : platformsOf(file) };
  }
  const stated = file.requiresPython ?? '';
  return { kind: 'python', requiresPython: parseSpecifierSet(stated)?.text ?? stated };
}

/** The Pythons (`3.12`) for which this file would do on the same machine, newest first. */
export function pythonsFor(file: IndexFile, target: Target): readonly string[] {
  return MINORS.filter((minor) => fitsWhole(file, withMinor(target, minor))).map(
    (minor) => `3.${minor}`,
  );
}

/** The machines for which this file would do with the same Python. */
export const platformsFor = (file: IndexFile, target: Target): readonly Platform[] =>
  PLATFORMS.filter((platform) => fitsWhole(file, { ...target, platform }));

function fitsWhole(file: IndexFile, target: Target): boolean {
  if (file.kind === 'sdist' || !fitsTags(file, target)) return false;
  return fitsPython(file.requiresPython, target);
}

function fitsPython(requiresPython: string | undefined, target: Target): boolean {
  const stated = parseSpecifierSet(requiresPython ?? '');
  const python = parseVersion(target.python);
  return stated === undefined || python === undefined || contains(stated, python);
}

function platformsOf(file: IndexFile): readonly Platform[] {
  return PLATFORMS.filter((platform) =>
    MINORS.some((minor) =>
      fitsTags(file, { python: `3.${minor}.0`, platform, implementation: 'cp' }),
    ),
  );
}

/** The same machine with the last patch of another Python that its platform tags do not care about. */
export const withMinor = (target: Target, minor: number): Target =>
  pythonVersion(target.python)?.[1] === minor ? target : { ...target, python: `3.${minor}.9` };

function fitsTags(file: IndexFile, target: Target): boolean {
  const tags = tagSet(target);
  return file.tags.some((tag) => tags.has(tag));
}

const tagSets = new Map<string, ReadonlySet<string>>();

function tagSet(target: Target): ReadonlySet<string> {
  const [major = 3, minor = 0] = pythonVersion(target.python) ?? [];
  const key = `${major}.${minor} ${target.platform} ${target.system?.join('.') ?? ''}`;
  const known = tagSets.get(key);
  if (known !== undefined) return known;
  const tags = new Set(supportedTags(target));
  tagSets.set(key, tags);
  return tags;
}
