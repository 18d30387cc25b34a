import type { Verdict } from '../core/lab.ts';
import { normalizeName } from '../packaging/names.ts';
import type { Broken } from './conflict-lines.ts';
import type { DoorsState } from './doors.ts';

/** Has pip installed something, said ERROR, and exited with 0? */
export function brokeWithExit0({ entered }: DoorsState): Verdict {
  const last = entered.findLast(({ kind }) => kind === 'install');
  if (!last) return wrong(entered.at(-1)?.kind === 'unread' ? 'unread' : 'nothing-yet');
  if (last.exitCode !== 0) return wrong('refused');
  return last.broken.length > 0 ? { ok: true } : wrong('whole');
}

/** Was the environment checked while it was broken? */
export function sawItBroken({ entered }: DoorsState): Verdict {
  const last = entered.at(-1);
  if (last?.kind !== 'check') return wrong('not-checked');
  return last.exitCode === 1 ? { ok: true } : wrong('check-clean');
}

/** Is everything needed there and whole again, and has pip said so? */
export function mended(state: DoorsState): Verdict {
  const { entered } = state;
  if (!entered.some(({ broken }) => broken.length > 0)) return wrong('not-broken-yet');
  const verdict = whole(state);
  if (verdict) return verdict;
  return entered.at(-1)?.kind === 'check' ? { ok: true } : wrong('not-checked');
}

/** Is everything needed there, without ever having been broken since the environment was fresh? */
export function neverBroken(state: DoorsState): Verdict {
  if (state.entered.some(({ broken }) => broken.length > 0)) return wrong('was-broken');
  if (state.entered.at(-1)?.exitCode === 1) return wrong('refused');
  return whole(state) ?? { ok: true };
}

/** What is missing or broken; undefined: nothing. */
function whole({ setup, installed, entered }: DoorsState): Verdict | undefined {
  const names = new Set(installed.map(({ name }) => normalizeName(name)));
  const project = setup.needed.find((each) => !names.has(each));
  if (project !== undefined) return wrong('not-there', { project });
  const [broken] = entered.at(-1)?.broken ?? [];
  return broken && wrong('still-broken', brokenWords(broken));
}

const brokenWords = ({ pin, requirement, have }: Broken): Readonly<Record<string, string>> => ({
  who: `${pin.project} ${pin.version.text}`,
  what: requirement.text,
  have: have ? `${have.project} ${have.version.text}` : '–',
});

const wrong = (why: string, blanks: Readonly<Record<string, string>> = {}): Verdict => ({
  ok: false,
  why,
  with: blanks,
});
