import { printedLines } from '../../../../labs/resolve/referee/compare.ts';
import { readAddress } from '../../../../labs/resolve/referee/documents.ts';
import type { Answer } from '../../../../labs/resolve/referee/question.ts';
import type { Sides, Verdict } from '../../../../labs/resolve/referee/verdict.ts';
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
  const { difference, ends, steps, real } = verdict;
  const n = String(steps.same);
  if (difference !== undefined) return word(words, 'referee.differs', { version });
  if (ends.real === 'too-long') return word(words, 'referee.agreesSoFar', { version, n });
  if (ends.real !== 'builds') return word(words, 'referee.agrees', { version, n });
  return word(words, 'referee.agreesBuilds', { version, n, file: lackedFile(real.lacks) });
}

function lackedFile(lacks: Verdict['real']['lacks']): string {
  const [address = ''] = lacks ?? [];
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
  return [
    ...rows,
    { name: 'pins', ...versions, isSame: pins.differing.length === 0 },
    { name: 'words', ...lines, isSame: hasSameWords },
  ];
}
