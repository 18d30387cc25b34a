import { fillBlanks } from '../../../labs/core/text.ts';
import type { Piece as Said } from '../../../labs/resolve/wording/pieces.ts';

/** The words on buttons and in step sentences, in the page's language, by key. */
export type Words = Readonly<Record<string, string>>;

/** A piece of a sentence: the author's words, the machine's (`code`), or the reader's own (`own`). */
export type Piece = Said | { readonly kind: 'code'; readonly text: string };

export const text = (words: string): Piece => ({ kind: 'text', text: words });
export const code = (words: string): Piece => ({ kind: 'code', text: words });
export const own = (words: string): Piece => ({ kind: 'own', text: words });

/** The words of a key; a missing one shows its key, so that it is seen. */
export const word = (words: Words, key: string, values: Readonly<Record<string, string>> = {}) =>
  fillBlanks(words[key] ?? key, values);

const BLANK = /\{([a-z]+)\}/;

/** A sentence whose blanks are filled with pieces: `{who} asks for {what}`. */
export function sentence(
  words: Words,
  key: string,
  values: Readonly<Record<string, Piece | readonly Piece[]>>,
): Piece[] {
  return (words[key] ?? key).split(BLANK).flatMap((part, i): readonly Piece[] => {
    if (i % 2 === 0) return part === '' ? [] : [text(part)];
    const value = values[part];
    return value === undefined ? [text(`{${part}}`)] : 'kind' in value ? [value] : value;
  });
}

/** Several pieces in a row, with the language's own "a, b and c". */
export function list(words: Words, items: readonly (readonly Piece[])[]): Piece[] {
  return items.flatMap((item, i) => {
    if (i === 0) return item;
    const last = i === items.length - 1;
    return [text(words[last ? 'list.last' : 'list.comma'] ?? ', '), ...item];
  });
}

/** A sentence as plain text, for labels and screen readers. */
export const plain = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => piece.text).join('');
