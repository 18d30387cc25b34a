// Errors that one message tells whole: pip's exceptions.py, req/constructors.py, req_file.py.

import type { PastedError } from './pasted.ts';
import { between, type Screen } from './screen.ts';

type Reader = (screen: Screen) => PastedError | undefined;

const ONE_PYTHON =
  /Package '([^']{1,300})' requires a different Python: (\S{1,50}) not in '([^']{1,300})'/;
const SEVERAL_PYTHONS =
  /Packages require a different Python\. (\S{1,50}) not in: '([^']{1,300})' \(required by ([^()]{1,300})\)/;
const PLACE = /\(from (line \d{1,7} of [^()]{1,300})\)/;
const CARET = /[A-Za-z0-9\]]\s?\^/;
const LONE_EQUALS = /[^=!<>~]=[^=]/;
const FILE = /\.(?:txt|in|toml|ya?ml|cfg)$/i;
const SUPPORTED = /(\S{1,300}\.whl) is not a supported wheel on this platform/;
const NO_RECORD = /Cannot uninstall (\S{1,200} \S{1,100}?),?(?: |$)/;
const HASH_LINE = /(\S{1,300}) --hash=/g;
const LOOKING = /pip is (?:still )?looking at multiple versions of (\S{1,200}) to/;
const BUILDING = /Failed building wheel for ([\w.-]{1,200})/;
const OPEN = /Could not open requirements file: .{0,200}?: '([^']{1,300})'/;

/** In the order of what stops pip first. */
export const SINGLE_READERS: readonly Reader[] = [
  ({ flat }) => {
    const [, project, python, specifier] = ONE_PYTHON.exec(flat) ?? [];
    if (project !== undefined && python !== undefined && specifier !== undefined)
      return { kind: 'wrong-python', project, python, specifier };
    const several = SEVERAL_PYTHONS.exec(flat);
    if (several === null) return undefined;
    const [, its = '', wanted = '', by = ''] = several;
    return { kind: 'wrong-python', project: by, python: its, specifier: wanted };
  },
  ({ flat }) => {
    const requirement = between(flat, 'literally named "', '"', { most: 300 });
    if (requirement === undefined) return undefined;
    return { kind: 'invalid-requirement', requirement, looksLike: 'file', place: undefined };
  },
  ({ flat }) => {
    const requirement = between(flat, "Invalid requirement: '", "'", { most: 1_000 });
    if (requirement === undefined) return undefined;
    const place = PLACE.exec(flat)?.[1];
    return { kind: 'invalid-requirement', requirement, looksLike: likenessOf(requirement), place };
  },
  ({ flat }) => {
    const isMissing = flat.includes('Hashes are required in --require-hashes mode');
    const isLoose = flat.includes('all requirements must have their versions pinned with ==');
    const isOther = flat.includes('DO NOT MATCH THE HASHES');
    if (!isMissing && !isLoose && !isOther) return undefined;
    const problem = isOther ? 'mismatch' : isMissing ? 'missing' : 'not-pinned';
    const requirements = [...flat.slice(0, 200_000).matchAll(HASH_LINE)].map(
      ([, text = '']) => text,
    );
    return { kind: 'hashes', problem, requirements: requirements.slice(0, 100) };
  },
  ({ flat }) => named('unsupported-wheel', SUPPORTED.exec(flat)),
  ({ flat }) =>
    flat.includes('externally-managed-environment') ||
    flat.includes('This environment is externally managed')
      ? { kind: 'externally-managed', name: undefined }
      : undefined,
  ({ flat }) =>
    flat.includes('uninstall-no-record-file') || flat.includes('RECORD file not found')
      ? { kind: 'no-record', name: NO_RECORD.exec(flat)?.[1] }
      : undefined,
  ({ flat }) =>
    flat.includes('resolution-too-deep') || flat.includes('exceeded maximum depth')
      ? { kind: 'too-deep', name: LOOKING.exec(flat)?.[1] }
      : undefined,
  ({ flat }) =>
    flat.includes('subprocess-exited-with-error') ||
    flat.includes('metadata-generation-failed') ||
    flat.includes('Failed building wheel for ') ||
    flat.includes('Microsoft Visual C++ 14')
      ? {
          kind: 'build-failed',
          name: BUILDING.exec(flat)?.[1],
        }
      : undefined,
  ({ flat }) => named('no-file', OPEN.exec(flat)),
  ({ flat }) => named('still-looking', LOOKING.exec(flat)),
];

function named(
  kind: 'unsupported-wheel' | 'no-file' | 'still-looking',
  match: RegExpExecArray | null,
): PastedError | undefined {
  return match === null ? undefined : { kind, name: match[1] };
}

function likenessOf(text: string): 'caret' | 'single-equals' | 'file' | 'path' | undefined {
  if (CARET.test(text)) return 'caret';
  if (FILE.test(text)) return 'file';
  if (text.includes('/') || text.includes('\\')) return 'path';
  return LONE_EQUALS.test(text) ? 'single-equals' : undefined;
}
