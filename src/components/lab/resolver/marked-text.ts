import type { Place } from '../../../../labs/resolve/line-places.ts';

/** A stretch of a text, and how it is marked. */
export interface Stretch {
  readonly text: string;
  readonly mark: 'bad' | 'aside' | undefined;
}

/** A text in stretches, one behind the other. Where two places overlap the first counts. */
export function markText(
  text: string,
  places: readonly (Place & { readonly mark: 'bad' | 'aside' })[],
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { start, end, mark } of places.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end <= start) continue;
    if (start > at) stretches.push({ text: text.slice(at, start), mark: undefined });
    stretches.push({ text: text.slice(start, end), mark });
    at = end;
  }
  return at < text.length ? [...stretches, { text: text.slice(at), mark: undefined }] : stretches;
}
