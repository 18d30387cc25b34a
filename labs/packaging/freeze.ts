// What `pip freeze` prints, line by line (pip 26.3: operations/freeze.py). It is a requirements file
// too; read as here it says what is installed.

import { logicalLines } from './logical-lines.ts';
import { normalizeName } from './names.ts';
import { splitShellWords } from './shell-words.ts';
import type { Version } from './version.ts';
import { parseVersion } from './version.ts';

/** One line of `pip freeze`. */
export type FrozenLine =
  | {
      readonly kind: 'installed';
      readonly line: number;
      readonly text: string;
      /** As written. */
      readonly name: string;
      readonly project: string;
      readonly version: Version;
    }
  /** Installed from an address or a folder: the line does not say which version. */
  | {
      readonly kind: 'direct';
      readonly line: number;
      readonly text: string;
      readonly name: string;
      readonly project: string;
      readonly url: string;
    }
  | { readonly kind: 'unread'; readonly line: number; readonly text: string };

const PIN = /^([A-Za-z0-9](?:[\w.-]{0,200}[A-Za-z0-9])?)[ \t]{0,20}={2,3}[ \t]{0,20}(\S{1,200})$/;
const DIRECT = /^([A-Za-z0-9](?:[\w.-]{0,200}[A-Za-z0-9])?)[ \t]{0,20}@[ \t]{0,20}(\S{1,2000})$/;
const EGG = /[#&]egg=([A-Za-z0-9][\w.-]{0,200})/;

/** The lines that say something, in their order. Never fails: what is no such line is 'unread'. */
export function parseFreeze(text: string): readonly FrozenLine[] {
  return logicalLines(text).lines.map(({ line, text: written }) => readLine(line, written));
}

/** Whether a text is what `pip freeze` prints: every line a pin or an address, and at least two pins. */
export function looksFrozen(lines: readonly FrozenLine[]): boolean {
  const pins = lines.filter(({ kind }) => kind === 'installed').length;
  return pins >= 2 && lines.every(({ kind }) => kind !== 'unread');
}

function readLine(line: number, text: string): FrozenLine {
  const [, name = '', spelt = ''] = PIN.exec(text) ?? [];
  const version = name === '' ? undefined : parseVersion(spelt);
  if (version !== undefined)
    return { kind: 'installed', line, text, name, project: normalizeName(name), version };
  const [, pointed = '', url = ''] = DIRECT.exec(text) ?? [];
  if (pointed !== '')
    return { kind: 'direct', line, text, name: pointed, project: normalizeName(pointed), url };
  return readEditable(line, text) ?? { kind: 'unread', line, text };
}

/** `-e git+https://…#egg=name`, or `-e /folder`, which names nothing. */
function readEditable(line: number, text: string): FrozenLine | undefined {
  if (!text.startsWith('-e ')) return undefined;
  const [url] = splitShellWords(text.slice(3)) ?? [];
  if (url === undefined) return undefined;
  const name = EGG.exec(url)?.[1] ?? '';
  return { kind: 'direct', line, text, name, project: normalizeName(name), url };
}
