// Why one file is not for one target, part by part of its name (PEPs 425, 600, 656) and by what the
// index says of its Python. pip itself only asks whether any of its own tags is among the file's.

import type { IndexFile } from '../packaging/project-page.ts';
import { contains, parseSpecifierSet } from '../packaging/specifier.ts';
import { platformTags, supportedTags } from '../packaging/tags.ts';
import { pythonVersion, type Target } from '../packaging/target.ts';
import { parseVersion } from '../packaging/version.ts';

/** A reason for which pip passes over a file. */
export type TagRefusal =
  /** It is built for another Python: `cp311`. */
  | { readonly part: 'python'; readonly wants: string; readonly have: string }
  /** It is built for another system, processor or C library, or for a newer one of its kind. */
  | {
      readonly part: 'platform';
      readonly because: 'system' | 'processor' | 'c-library' | 'too-old';
      readonly wants: string;
      readonly have: string;
    }
  /** Its name would do, but the index says that it wants another Python: `>=3.11`. */
  | { readonly part: 'requires-python'; readonly wants: string; readonly have: string };

/** Which part of a refusal it is. */
export type TagPart = TagRefusal['part'];

/** Says of a file everything that speaks against it on this target; nothing of one that pip takes. */
export function refuserFor(target: Target): (file: IndexFile) => readonly TagRefusal[] {
  const supported = new Set(supportedTags(target).map(pythonAndAbi));
  const platforms = new Set(['any', ...platformTags(target.platform, target.system)]);
  const python = parseVersion(target.python);
  return (file) => {
    const refusals: TagRefusal[] = [];
    if (file.kind === 'wheel' && !file.tags.some((tag) => supported.has(pythonAndAbi(tag))))
      refusals.push({ part: 'python', wants: pythonOf(file), have: ownPython(target) });
    const wanted = file.tags.map(platformOf);
    if (file.kind === 'wheel' && !wanted.some((platform) => platforms.has(platform)))
      refusals.push(platformRefusal(wanted.at(-1) ?? '', target));
    const { requiresPython } = file;
    const set = parseSpecifierSet(requiresPython ?? '');
    if (requiresPython !== undefined && set && python && !contains(set, python))
      refusals.push({ part: 'requires-python', wants: requiresPython, have: shortPython(target) });
    return refusals;
  };
}

const pythonAndAbi = (tag: string): string => tag.split('-', 2).join('-');
const platformOf = (tag: string): string => tag.split('-')[2] ?? '';
const pythonOf = ({ tags }: IndexFile): string => tags[0]?.split('-', 1)[0] ?? '';
const ownPython = ({ python }: Target): string => `cp${pythonVersion(python)?.join('') ?? ''}`;
const shortPython = ({ python }: Target): string => pythonVersion(python)?.join('.') ?? python;

/** What a platform tag says, or what a machine is. */
interface Platform {
  readonly system: 'Linux' | 'macOS' | 'Windows';
  readonly library: 'glibc' | 'musl' | '';
  readonly version: readonly [number, number];
  readonly processor: string;
}

function platformRefusal(tag: string, target: Target): TagRefusal {
  const wants = readPlatform(tag);
  const have = readPlatform(ownPlatform(target));
  if (wants === undefined || have === undefined || wants.system !== have.system)
    return refusal('system', wants?.system ?? tag, have?.system ?? '');
  if (wants.processor !== have.processor && wants.processor !== 'universal2')
    return refusal('processor', wants.processor, have.processor);
  if (wants.library !== have.library) return refusal('c-library', wants.library, have.library);
  const name = wants.library || wants.system;
  return refusal(
    'too-old',
    `${name} ${wants.version.join('.')}`,
    `${name} ${have.version.join('.')}`,
  );
}

const refusal = (
  because: Extract<TagRefusal, { part: 'platform' }>['because'],
  wants: string,
  have: string,
): TagRefusal => ({ part: 'platform', because, wants, have });

/** The tag that says most about a machine: not `linux_…`, which says nothing of the C library. */
const ownPlatform = ({ platform, system }: Target): string =>
  platformTags(platform, system).find((tag) => !tag.startsWith('linux_')) ?? '';

const LEGACY = /^manylinux[0-9]+/;
const TAG = /^(many|musl)linux_([0-9]+)_([0-9]+)_(.+)$|^macosx_([0-9]+)_([0-9]+)_(.+)$|^win_(.+)$/;

function readPlatform(tag: string): Platform | undefined {
  const [, linux, major, minor, processor, macMajor, macMinor, macProcessor, windows] =
    TAG.exec(tag.replace(LEGACY, (name) => LEGACY_VERSIONS[name] ?? name)) ?? [];
  if (linux !== undefined && processor !== undefined)
    return {
      system: 'Linux',
      library: linux === 'many' ? 'glibc' : 'musl',
      version: [Number(major), Number(minor)],
      processor,
    };
  if (macProcessor !== undefined)
    return {
      system: 'macOS',
      library: '',
      version: [Number(macMajor), Number(macMinor)],
      processor: macProcessor,
    };
  return windows === undefined
    ? undefined
    : { system: 'Windows', library: '', version: [10, 0], processor: windows };
}

/** The names that manylinux had before PEP 600. */
const LEGACY_VERSIONS: Readonly<Record<string, string>> = {
  manylinux1: 'manylinux_2_5',
  manylinux2010: 'manylinux_2_12',
  manylinux2014: 'manylinux_2_17',
};
