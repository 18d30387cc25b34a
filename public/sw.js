// Keeps what a reader has opened, so that it opens again without a network. Nothing is fetched ahead
// of her: a page, its lab and its data are kept when she first opens them.
//
// Files under /_astro/ carry a hash of their content in their name and never change: the kept copy is
// as good as the server's. Everything else is asked of the server first.

const CACHE = 'womm-1';
/** Older ones go first; a reader's whole book is well below this. */
const MOST_FILES = 500;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  const others = caches
    .keys()
    .then((names) => names.filter((name) => name.startsWith('womm-') && name !== CACHE));
  const dropped = others.then((names) => Promise.all(names.map((name) => caches.delete(name))));
  event.waitUntil(Promise.all([dropped, self.clients.claim()]));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  // The page keeps Python's files itself (src/hosts/python/shelf.ts), all but the frame.
  if (pathname.startsWith('/python/') && !pathname.endsWith('.html')) return;
  event.respondWith(pathname.startsWith('/_astro/') ? keptFirst(request) : serverFirst(request));
});

// What the first page had loaded before this worker was there: it tells us, and we keep it.
self.addEventListener('message', (event) => {
  const urls = Array.isArray(event.data?.keep) ? event.data.keep : [];
  const ours = urls.filter((url) => String(url).startsWith(location.origin));
  event.waitUntil(Promise.all(ours.map((url) => keep(new Request(url)))));
});

/** What a script of ours imports outright: Vite writes these by name, beside it. */
const IMPORT = /\b(?:from|import)\s*"\.\/([\w.-]+\.js)"/g;

async function keep(request) {
  try {
    const answer = await fetch(request);
    if (!answer.ok) return;
    await put(request, answer.clone());
    if (!new URL(request.url).pathname.endsWith('.js')) return;
    // The page does not see what its workers import.
    for (const [, name] of (await answer.text()).matchAll(IMPORT)) {
      const imported = new Request(new URL(name, request.url));
      if (!(await caches.match(imported))) await keep(imported);
    }
  } catch {
    // Without a network there is nothing to keep.
  }
}

async function keptFirst(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await put(request, answer.clone());
  return answer;
}

async function serverFirst(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok) await put(request, answer.clone());
    return answer;
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}

async function put(request, answer) {
  try {
    const cache = await caches.open(CACHE);
    await cache.put(request, answer);
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, -MOST_FILES).map((key) => cache.delete(key)));
  } catch {
    // A full disk: the page works, it is only not kept.
  }
}
