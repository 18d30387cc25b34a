// A run as the end of an address: `#run=<lab>.<tool>.<step>.<file>`, and where the machine may be
// chosen `~<python>~<platform>`. The file is UTF-8 in base64url (RFC 4648 §5, without padding). Whoever wrote an address may be anyone: reading is total.

import { MOST_CHARACTERS, readTarget, type ChosenTarget, type Tool } from './bench-event.ts';

/** What a link carries: a file, whose resolver read it, and how far the run was followed. */
export interface Shared {
  readonly lab: string;
  readonly text: string;
  readonly tool: Tool;
  /** A step of the run; 0: there is nothing to run. */
  readonly at: number;
  /** Undefined where the lab has its own. */
  readonly target?: ChosenTarget | undefined;
}

/** An address longer than this is cut by some mail programs and chats. */
export const MOST_OF_A_LINK = 8_000;

const START = '#run=';
const SHAPE =
  /^([a-z0-9-]{1,80})\.(pip|pip-legacy)\.(\d{1,7})\.([\w-]*)(?:~([\d.]{1,20})~([\w-]{1,20}))?$/;
const LAB = /^([a-z0-9-]{1,80})\./;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const LONE_SURROGATE = /\p{Surrogate}/gu;
const ESCAPED_BYTE = /%([0-9A-F]{2})|[^%]/g;
/** Four bytes a character at most, three bytes in four digits. */
const MOST_DIGITS = Math.ceil((MOST_CHARACTERS * 4 * 4) / 3);

/** The end of an address that carries this run. */
export function writeShared({ lab, text, tool, at, target }: Shared): string {
  const machine = target === undefined ? '' : `~${target.python}~${target.platform}`;
  return `${START}${lab}.${tool}.${at}.${bytesToDigits(textToBytes(text))}${machine}`;
}

/**
 * What the end of an address carries for a lab: nothing of ours, a run, or something that calls
 * itself a run and is none.
 */
export function readShared(hash: string, lab: string): Shared | 'none' | 'unreadable' {
  if (!hash.startsWith(START)) return 'none';
  const written = hash.slice(START.length);
  if (written.length > MOST_DIGITS + 200) return 'unreadable';
  const named = LAB.exec(written)?.[1];
  if (named !== undefined && named !== lab) return 'none';
  const [, , tool, at, digits, python, platform] = SHAPE.exec(written) ?? [];
  if (digits === undefined || (tool !== 'pip' && tool !== 'pip-legacy')) return 'unreadable';
  const bytes = digitsToBytes(digits);
  const text = bytes && bytesToText(bytes);
  if (text === undefined || text.length > MOST_CHARACTERS) return 'unreadable';
  const shared: Shared = { lab, text, tool, at: Number(at) };
  if (python === undefined) return shared;
  const target = readTarget(python, platform);
  return target ? { ...shared, target } : 'unreadable';
}

function textToBytes(text: string): readonly number[] {
  const escaped = encodeURIComponent(text.replace(LONE_SURROGATE, '\u{fffd}'));
  return Array.from(escaped.matchAll(ESCAPED_BYTE), ([letter, hex]) =>
    hex === undefined ? letter.charCodeAt(0) : parseInt(hex, 16),
  );
}

function bytesToText(bytes: readonly number[]): string | undefined {
  const escaped = bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined; // not UTF-8
  }
}

function bytesToDigits(bytes: readonly number[]): string {
  let digits = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = bytes.slice(i, i + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const length = b === undefined ? 2 : c === undefined ? 3 : 4;
    for (let n = 0; n < length; n++) digits += DIGITS[(bits >> (18 - 6 * n)) & 63] ?? '';
  }
  return digits;
}

function digitsToBytes(digits: string): readonly number[] | undefined {
  if (digits.length % 4 === 1) return undefined;
  const bytes: number[] = [];
  for (let i = 0; i < digits.length; i += 4) {
    const four = digits.slice(i, i + 4);
    let bits = 0;
    for (let n = 0; n < 4; n++) bits = (bits << 6) | Math.max(0, DIGITS.indexOf(four[n] ?? 'A'));
    for (let n = 0; n < four.length - 1; n++) bytes.push((bits >> (16 - 8 * n)) & 255);
  }
  return bytes;
}
