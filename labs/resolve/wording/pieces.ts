// A sentence as pieces, each with its role, so that a page can underline what is the reader's and a
// terminal can print it plainly.

/** A piece of a sentence. */
export interface Piece {
  /**
   * `own`: what the reader wrote or chose. `project` and `version`: names on the index. `tool`: the words
   * of a tool or of metadata, to the letter. `text`: the author's.
   */
  readonly kind: 'text' | 'own' | 'project' | 'version' | 'tool';
  readonly text: string;
}

/** A sentence. */
export type Sentence = readonly Piece[];

/** The languages of the book. */
export type Language = 'en' | 'zh-cn';

export const text = (words: string): Piece => ({ kind: 'text', text: words });
export const own = (words: string): Piece => ({ kind: 'own', text: words });
export const project = (name: string): Piece => ({ kind: 'project', text: name });
export const version = (words: string): Piece => ({ kind: 'version', text: words });
export const tool = (words: string): Piece => ({ kind: 'tool', text: words });

/** The words alone; what the reader or a tool wrote stands between backquotes. */
export const plain = (sentence: Sentence): string =>
  sentence
    .map(({ kind, text: words }) => (kind === 'own' || kind === 'tool' ? `\`${words}\`` : words))
    .join('');

/** The words alone, as they are. */
export const plainText = (sentence: Sentence): string =>
  sentence.map((piece) => piece.text).join('');

/** A sentence from words and pieces: a template tag. */
export function say(
  words: TemplateStringsArray,
  ...values: readonly (string | number | Piece | Sentence)[]
): Sentence {
  const pieces: Piece[] = [];
  const add = (piece: Piece): void => {
    const last = pieces.at(-1);
    if (piece.text === '') return;
    if (piece.kind === 'text' && last?.kind === 'text')
      pieces[pieces.length - 1] = text(last.text + piece.text);
    else pieces.push(piece);
  };
  for (const [i, part] of words.entries()) {
    add(text(part));
    const value = values[i];
    if (value === undefined) continue;
    if (typeof value === 'object' && !('kind' in value)) value.forEach(add);
    else add(typeof value === 'object' ? value : text(String(value)));
  }
  return pieces;
}
