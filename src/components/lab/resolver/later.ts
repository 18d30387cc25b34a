// What a bench shows or copies only when it is asked to, and the buttons for it. It comes when a run stands and nothing
// else is to be done: it is there at once then, offline too, and no run waits for it.

/** The parts that come later. */
export const later = {
  why: () => import('./Why.svelte'),
  pinWhy: () => import('./PinWhy.svelte'),
  /** Stands below every run: it waits for its turn itself. */
  share: () => atLeisure().then(() => import('./Share.svelte')),
};

/** Fetches them ahead; one that does not come is asked for again when it is wanted. */
export async function fetchLater(): Promise<void> {
  await atLeisure();
  for (const load of Object.values(later)) load().catch(() => undefined);
}

function atLeisure(): Promise<void> {
  return new Promise((done) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => done());
    else setTimeout(done); // Safari
  });
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
