/** Has the pages that the reader opens kept, so that they open again without a network. */
export async function keepOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    const hadWorker = navigator.serviceWorker.controller !== null;
    await navigator.serviceWorker.register('/sw.js');
    if (hadWorker) return;
    // Whatever this first page loaded came before the worker; the browser still has it at hand.
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ keep: [location.href, ...loaded] });
  } catch {
    // Private windows refuse workers: the book then needs its network.
  }
}
