import { pythonVersion } from '../../labs/packaging/target.ts';
import type { Explanation } from '../../labs/resolve/explain/explanation.ts';
import { applyChanges, lineNumberOf } from '../../labs/resolve/fixes/apply-change.ts';
import type { Fix, Fixes } from '../../labs/resolve/fixes/fix.ts';
import type { Request } from '../../labs/resolve/types.ts';
import { wordings } from '../../labs/resolve/wording/wordings.ts';
import type { FixList, FixShown, Question } from './explain-answer.ts';

/** The fixes as the page shows them, each with the reader's text changed. */
export function showFixes(
  { fixes, isCutShort }: Fixes,
  explanation: Explanation,
  request: Request,
  question: Question,
): FixList {
  return { fixes: fixes.map((fix) => showFix(fix, explanation, request, question)), isCutShort };
}

function showFix(
  fix: Fix,
  explanation: Explanation,
  { target }: Request,
  question: Question,
): FixShown {
  const python = fix.target && pythonVersion(fix.target.python)?.join('.');
  const platform = fix.target?.platform;
  const isSplit = fix.apart !== undefined;
  const changes = fix.change.map(({ line, from, to }) => ({ line: lineNumberOf(line), from, to }));
  return {
    sentence: wordings[question.language].fix(fix),
    effect: wordings[question.language].effect(fix, explanation),
    text: isSplit || changes.length === 0 ? undefined : applyChanges(question.text, changes),
    python: python === question.python ? undefined : python,
    platform: platform === target.platform ? undefined : platform,
    pins: fix.pins.map(({ metadata, version }) => `${metadata.name}==${version.text}`),
  };
}
