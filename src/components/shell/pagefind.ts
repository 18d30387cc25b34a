/** One page that answers a search, as far as we read what Pagefind says of it. */
export interface Found {
  readonly url: string;
  readonly meta: { readonly title?: string };
  /** Escaped HTML in which nothing but `<mark>` is a tag. */
  readonly excerpt: string;
  readonly sub_results: readonly {
    readonly title: string;
    readonly url: string;
    readonly excerpt: string;
  }[];
}

/** The part of Pagefind's own module that we call. */
export interface Pagefind {
  options(options: { readonly excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  /** `null` when a later search has overtaken this one. */
  debouncedSearch(
    text: string,
  ): Promise<{ readonly results: readonly { data(): Promise<Found> }[] } | null>;
}

/** Fetches Pagefind and its index for the language of the page; rejects without a network. */
export async function loadPagefind(folder: string): Promise<Pagefind> {
  // Pagefind is made after the bundle is, so the bundler cannot know it. `as`: its published types do not describe this file.
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  await pagefind.options({ excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}

const MARK = /<(\/?)mark>/;
const ENTITY = /&(lt|gt|amp|quot|#39|#x27);/g;
const characters: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
  '#x27': "'",
};

/** From an excerpt to plain and marked pieces of text, in turn: never through the HTML parser. */
export function excerptToPieces(
  excerpt: string,
): readonly { readonly text: string; readonly marked: boolean }[] {
  const parts = excerpt.split(MARK);
  return parts
    .filter((_, index) => index % 2 === 0)
    .map((part, index) => ({
      text: part.replace(ENTITY, (whole, name: string) => characters[name] ?? whole),
      // The odd parts are the slash (or its absence) of the tag before.
      marked: index > 0 && parts[2 * index - 1] === '',
    }))
    .filter(({ text }) => text !== '');
}
