// Loaded when a run is to be explained: most readers step before they ask.

import { answer } from '../../../../labs/resolve/asking.ts';
import { requestOf, type BenchSetup, type Run } from '../../../../labs/resolve/bench.ts';
import { explainFailure } from '../../../../labs/resolve/explain/explain-failure.ts';
import type { Explanation } from '../../../../labs/resolve/explain/explanation.ts';
import { resolveLegacy } from '../../../../labs/resolve/pip-legacy.ts';
import { resolvePip } from '../../../../labs/resolve/pip.ts';
import { whatIfRelaxed, type WhatIf } from '../../../../labs/resolve/what-if.ts';
import type { Language } from '../../../../labs/resolve/wording/pieces.ts';
import type { Wording } from '../../../../labs/resolve/wording/wording.ts';
import { wordings } from '../../../../labs/resolve/wording/wordings.ts';

/** So much may be solved again on the page to explain one run. */
const MOST_STEPS = 30_000;

/** Why a run came to nothing; undefined where it did not. */
export function explainRun(
  run: Run,
  { pages }: Pick<BenchSetup, 'pages'>,
): Explanation | undefined {
  const { outcome, tool, steps } = run;
  if (outcome.ok) return undefined;
  const resolver = tool === 'pip' ? resolvePip : resolveLegacy;
  const options = { resolver, steps, isSnapshot: true, mostSteps: MOST_STEPS };
  return answer(explainFailure(outcome, requestOf(run), options), (project) => pages?.get(project));
}

/** Which of the reader's lines keep a pin from being newer, each solved again without its bounds. */
export function whatIfOf(
  { outcome, tool, steps, lines, target }: Run,
  { pages }: Pick<BenchSetup, 'pages'>,
  project: string,
): readonly WhatIf[] {
  if (!outcome.ok || tool !== 'pip') return [];
  const pageOf = (name: string) => pages?.get(name);
  const request = requestOf({ lines, target });
  const limits = { mostSteps: MOST_STEPS };
  return answer(
    whatIfRelaxed({ steps }, outcome, request, project, pageOf(project), limits),
    pageOf,
  );
}

/** The wording in the language of the page. */
export function pageWording(): Wording {
  const language: Language =
    document.documentElement.lang.toLowerCase() === 'zh-cn' ? 'zh-cn' : 'en';
  return wordings[language];
}
