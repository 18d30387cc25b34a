import type { Explanation } from '../explain/explanation.ts';
import { restOf, sidesOf } from './argument.ts';
import { firstSentence } from './first-sentence.ts';
import { effectOf, fixSentence } from './fix-sentence.ts';
import { newerSentence, whatIfSentence } from './newer-sentence.ts';
import type { Phrases } from './phrases.ts';
import { linesSaid } from './said-lines.ts';
import type { Wording } from './wording.ts';

/** Everything that can be said in a language, given its words. */
export const wordingOf = (phrases: Phrases): Wording => {
  const said = (explanation: Explanation) => linesSaid(explanation.lines, phrases);
  return {
    sentence: (explanation) => firstSentence(explanation, phrases, said(explanation)),
    argument: (explanation) => [
      ...(explanation.kind === 'conflict'
        ? sidesOf(explanation, phrases, said(explanation))
        : []
      ).flatMap(({ links, leaves }) => (leaves === undefined ? links : [...links, leaves])),
      ...restOf(explanation, phrases, said(explanation)),
    ],
    sides: (conflict) => sidesOf(conflict, phrases, said(conflict)),
    rest: (explanation) => restOf(explanation, phrases, said(explanation)),
    fix: (fix) => fixSentence(fix, phrases),
    effect: (fix, explanation) => effectOf(fix, explanation, phrases),
    whatIf: (whatIf) => whatIfSentence(whatIf, phrases),
    newer: (run, project) => newerSentence(run, project, phrases),
  };
};
