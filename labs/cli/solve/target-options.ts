import type { ForeignTarget } from '../../packaging/foreign-target.ts';
import { reprPython } from '../../packaging/python-text.ts';
import { isPlatform, pythonVersion, type Target } from '../../packaging/target.ts';
import { parseVersion } from '../../packaging/version.ts';
import { BadInput } from '../bad-input.ts';

const PYTHON = /^3\.\d{1,2}(?:\.\d{1,3})?(?:(?:a|b|rc)\d{1,3})?$/;
const TWO_PARTS = /^\d+\.\d+$/;
const INTEGER = /^[ \t]*\d{1,9}[ \t]*$/;

/** The interpreter that runs pip, and the machine: of several --platform the last that names one of ours. */
export function readTarget(python: string | undefined, platforms: readonly string[]): Target {
  const platform = platforms.findLast(isPlatform) ?? 'linux-64';
  const version = python ?? '3.12.1';
  if (!PYTHON.test(version) || pythonVersion(version) === undefined || !parseVersion(version))
    throw new BadInput(`--python '${version}': expected a version of Python 3 like 3.12.1`);
  const full = TWO_PARTS.test(version) ? `${version}.0` : version;
  return { python: full, platform, implementation: 'cp' };
}

/** What pip's own options say that the files must be built for; undefined: nothing. */
export function readForeign(all: (option: string) => readonly string[]): ForeignTarget | undefined {
  const platforms = all('--platform').filter((platform) => !isPlatform(platform));
  const abis = all('--abi');
  const python = readPythonVersion(all('--python-version').at(-1) ?? '');
  const implementation = all('--implementation').at(-1);
  const foreign: ForeignTarget = {
    ...(platforms.length === 0 ? {} : { platforms }),
    ...(python === undefined ? {} : { python }),
    ...(implementation === undefined ? {} : { implementation }),
    ...(abis.length === 0 ? {} : { abis }),
  };
  return Object.keys(foreign).length === 0 ? undefined : foreign;
}

/** `3`, `37`, `3.7`, `3.7.3`: cmdoptions.py, _convert_python_version. */
function readPythonVersion(text: string): readonly number[] | undefined {
  if (text === '') return undefined;
  const wrong = (why: string): BadInput =>
    new BadInput(
      `--python-version error: invalid --python-version value: ${reprPython(text)}: ${why}`,
    );
  const parts = text.split('.');
  const [only = ''] = parts;
  if (parts.length > 3) throw wrong('at most three version parts are allowed');
  const split = parts.length === 1 && only.length > 1 ? [only.charAt(0), only.slice(1)] : parts;
  if (!split.every((part) => INTEGER.test(part)))
    throw wrong('each version part must be an integer');
  return split.map(Number);
}
