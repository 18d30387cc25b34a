// "but you have … which is incompatible": commands/install.py (_warn_about_conflicts) and commands/check.py.

import type { PastedBreak, PastedBroken } from './pasted.ts';
import type { Screen } from './screen.ts';

const BY_INSTALL = "pip's dependency resolver does not currently take into account";
const BY_LEGACY = "pip's legacy dependency resolver does not consider";
const MOST = 1_000;
const BREAK =
  /^(?:ERROR: )?([A-Za-z0-9][\w.-]{0,200}) (\S{1,100}) (?:requires|has requirement) (\S.{0,300}?), (?:but you(?: have|'ll have) (\S.{0,200}?)(?: which is incompatible)?|which is not installed)\.$/;

/** What is installed and does not fit together; undefined if the text does not say so. */
export function readBroken({ lines, flat }: Screen): PastedBroken | undefined {
  const broken: PastedBreak[] = [];
  for (const line of lines) {
    const [, name, version, requirement, have] = BREAK.exec(line) ?? [];
    if (name === undefined || version === undefined || requirement === undefined) continue;
    if (broken.length < MOST) broken.push({ name, version, requirement, have });
  }
  const by = flat.includes(BY_LEGACY) ? 'legacy' : flat.includes(BY_INSTALL) ? 'install' : 'check';
  return broken.length === 0 && by === 'check' ? undefined : { kind: 'broken', by, broken };
}
