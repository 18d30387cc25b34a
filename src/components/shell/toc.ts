/** A heading of the page and the headings under it, as Starlight hands them out. */
export interface TocItem {
  readonly slug: string;
  readonly text: string;
  readonly children: readonly TocItem[];
}

/** Starlight begins with an entry for the top of the page, `_top`; a reader knows where that is. */
export const headings = (items: readonly TocItem[]): readonly TocItem[] =>
  items.filter(({ slug }) => slug !== '_top');
