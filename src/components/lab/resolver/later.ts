// What a bench shows or copies only when it is asked to. It comes when a run stands and nothing else is
// to be done: it is there at once then, offline too, and no run waits for it.

/** The parts that come later. */
export const later = {
  why: () => import('./Why.svelte'),
  pinWhy: () => import('./PinWhy.svelte'),
  runText: () => import('./run-text.ts'),
  share: () => import('../../../../labs/resolve/share.ts'),
};

/** Fetches them ahead; one that does not come is asked for again when it is wanted. */
export function fetchLater(): void {
  const fetchAll = () => {
    for (const load of Object.values(later)) load().catch(() => undefined);
  };
  if ('requestIdleCallback' in window) requestIdleCallback(fetchAll);
  else setTimeout(fetchAll); // Safari
}

/**
 * Calls `read` with one project after the other whenever the page is idle, until what it returns is called. What a
 * number line needs of a project is read once, and takes several frames: a moving hand should not meet it.
 */
export function readAhead(projects: Iterable<string>, read: (project: string) => void): () => void {
  const waiting = [...projects];
  let isOver = !('requestIdleCallback' in window); // Safari: each is read when it is first drawn
  const next = (): void => {
    const project = waiting.shift();
    if (isOver || project === undefined) return;
    read(project);
    requestIdleCallback(next);
  };
  if (!isOver) requestIdleCallback(next);
  return () => (isOver = true);
}
