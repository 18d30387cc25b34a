import { printedLines } from '../../../../labs/resolve/referee/compare.ts';
import { readAddress } from '../../../../labs/resolve/referee/documents.ts';
import type { Answer } from '../../../../labs/resolve/referee/question.ts';
import type { End, Sides, Verdict } from '../../../../labs/resolve/referee/verdict.ts';
import { word, type Words } from '../words.ts';

/** One thing in which the two can differ: what each says, and whether it is the same. */
export interface Row {
  readonly name: 'end' | 'pins' | 'steps' | 'words';
  readonly real: string;
  readonly ours: string;
  readonly isSame: boolean;
}

/** A verdict in one sentence. */
export function verdictSentence(verdict: Verdict, version: string, words: Words): string {
  const { difference, ends, steps, pins, real } = verdict;
  if (difference !== undefined) return word(words, 'referee.differs', { version });
  return word(words, AGREES[ends.real], {
    version,
    n: String(steps.same),
    pins: String(pins.real),
    file: lackedFile(real.lacks),
  });
}

const AGREES: Readonly<Record<End, string>> = {
  solved: 'referee.agrees',
  refused: 'referee.agreesRefused',
  crashed: 'referee.agreesCrashed',
  'too-long': 'referee.agreesSoFar',
  builds: 'referee.agreesBuilds',
};

function lackedFile(lacks: Verdict['real']['lacks']): string {
  const [address] = lacks ?? [];
  if (address === undefined) return '';
  const wanted = readAddress(address);
  return wanted.kind === 'page' ? wanted.project : wanted.filename;
}

/** Both answers, row by row; what was pinned and printed, only of runs that came to an end. */
export function verdictRows(verdict: Verdict, words: Words): readonly Row[] {
  const { ends, pins, steps, real, ours, hasSameWords, isUnfinished } = verdict;
  const isSameLength = steps.same === steps.real && steps.same === steps.ours;
  const counted = (key: string, n: number): string => word(words, key, { n: String(n) });
  const both = <Value>(sides: Sides<Value>, say: (value: Value) => string): Sides<string> => ({
    real: say(sides.real),
    ours: say(sides.ours),
  });
  const end = both(ends, (how) => word(words, `referee.end.${how}`));
  const versions = both(pins, (n) => counted('referee.pins', n));
  const lines = both({ real, ours }, (side: Pick<Answer, 'output'>) =>
    counted('referee.wordsLines', printedLines(side).filter((line) => line !== '').length),
  );
  const rows: readonly Row[] = [
    { name: 'end', ...end, isSame: ends.real === ends.ours },
    { name: 'steps', ...both(steps, String), isSame: isSameLength },
  ];
  if (isUnfinished) return rows;
  const isPinned = pins.real + pins.ours > 0;
  return [
    ...rows,
    ...(isPinned
      ? [{ name: 'pins', ...versions, isSame: pins.differing.length === 0 } as const]
      : []),
    { name: 'words', ...lines, isSame: hasSameWords },
  ];
}
