import { own, plain, say, text } from '../../labs/resolve/wording/pieces.ts';
import type { Wordings, Wording } from '../../labs/resolve/wording/wording.ts';
void plain;
void text;
const stub: Wording = {
  sentence: (e) => say`Stub ${e.kind}: ${e.lines.flatMap((l) => [own(l.text), text(' ')])}`,
  argument: () => [],
  fix: (fix) => say`${fix.kind}: ${fix.change.map((c) => own(c.from))}`,
};
export const wordings: Wordings = { en: stub, 'zh-cn': stub };
