import { isRecord, parseJson } from '../../labs/core/json.ts';
import { MOST_OF_A_LINK, readShared, writeShared } from '../../labs/resolve/share.ts';

/** What a link to a question carries. */
export interface Linked {
  readonly text: string;
  readonly python: string;
  readonly platform: string;
}

const LAB = 'explain';

/** The end of an address that carries a question; undefined: it would be too long for some programs. */
export function writeLink({ text, python, platform }: Linked): string | undefined {
  const carried = JSON.stringify({ text, python, platform });
  if (carried.length > MOST_OF_A_LINK) return undefined;
  const hash = writeShared({ lab: LAB, text: carried, tool: 'pip', at: 0 });
  return hash.length > MOST_OF_A_LINK ? undefined : hash;
}

/** What the end of an address carries for the explain page. */
export function readLink(hash: string): Linked | 'none' | 'unreadable' {
  const shared = readShared(hash, LAB);
  if (typeof shared === 'string') return shared;
  const carried = parseJson(shared.text);
  if (!isRecord(carried)) return 'unreadable';
  const { text, python, platform } = carried;
  return typeof text === 'string' && typeof python === 'string' && typeof platform === 'string'
    ? { text, python, platform }
    : 'unreadable';
}
