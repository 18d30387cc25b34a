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
