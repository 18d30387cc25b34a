const counted = new WeakMap<Request, Map<string, number>>();

/** An id no other element of the page has: the kind and a count, the same at every build. */
export function pageId(page: Request, kind: string): string {
  const counts = counted.get(page) ?? new Map<string, number>();
  counted.set(page, counts);
  const count = (counts.get(kind) ?? 0) + 1;
  counts.set(kind, count);
  return `${kind}-${count}`;
}
