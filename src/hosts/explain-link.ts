import { pythonVersion } from '../../labs/packaging/target.ts';
import { MOST_OF_A_LINK, readShared, writeShared } from '../../labs/resolve/share.ts';
import type { Question } from './explain-answer.ts';
import { fullPython } from './explain-targets.ts';

/** What a link to a question carries. */
export interface Linked {
  readonly text: string;
  readonly python: string | undefined;
  readonly platform: string | undefined;
}

const LAB = 'explain';

/** The end of an address that carries a question; undefined: some programs would cut it. */
export function writeLink({ text, python, platform }: Question): string | undefined {
  if (text.length > MOST_OF_A_LINK) return undefined;
  const target = { python: fullPython(python), platform };
  const hash = writeShared({ lab: LAB, text, tool: 'pip', at: 0, target });
  return hash.length > MOST_OF_A_LINK ? undefined : hash;
}

/** What the end of an address carries for the explain page. */
export function readLink(hash: string): Linked | 'none' | 'unreadable' {
  const shared = readShared(hash, LAB);
  if (typeof shared === 'string') return shared;
  const { text, target } = shared;
  const python = target && pythonVersion(target.python)?.join('.');
  return { text, python, platform: target?.platform };
}
