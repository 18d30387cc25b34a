import type { RootLine } from '../types.ts';
import type { Sentence } from './pieces.ts';
import type { Phrases } from './phrases.ts';

/** How a line of the reader's is called, in a sentence about several. */
export type LineSaid = (line: RootLine) => Sentence;

const PLACE = /^(?:-[rc] )?(.+) \(line (\d{1,9})\)$/;

/** Where a line stands: pip's `-r requirements.txt (line 2)`, taken apart. */
export function placeOfLine({ comesFrom }: RootLine): {
  readonly file: string | undefined;
  readonly number: number | undefined;
} {
  const [, file, number] = PLACE.exec(comesFrom ?? '') ?? [];
  return { file, number: number === undefined ? undefined : Number(number) };
}

/** Lines by their number; by their file too where there are several. */
export function linesSaid(lines: readonly RootLine[], phrases: Phrases): LineSaid {
  const asked = lines.filter(({ constraint }) => !constraint);
  const files = new Set(asked.map((line) => placeOfLine(line).file));
  return (line) => {
    const { file, number } = placeOfLine(line);
    return phrases.line(line, number, files.size > 1 ? file : undefined);
  };
}
