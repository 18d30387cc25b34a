import { inflateSync } from 'fflate';
import { getWith } from '../../labs/packaging/remote-fetch.ts';
import type { RemoteHost } from '../../labs/packaging/remote-get.ts';

/** The only hosts that are ever asked, and only at a click that names them. */
const LIVE_HOSTS: readonly string[] = ['https://pypi.org', 'https://files.pythonhosted.org'];

/** The index that is asked at a click. */
export const LIVE_INDEX = 'https://pypi.org/simple';

/** The network of a browser: no cookies, no referrer, and no host but those that were named. */
export const liveNetwork = (signal: () => AbortSignal): RemoteHost => ({
  get: getWith(
    (url, headers) => {
      if (!LIVE_HOSTS.includes(new URL(url).origin))
        throw new Error(`only ${LIVE_HOSTS.join(' and ')} are asked`);
      return fetch(url, {
        headers,
        signal: AbortSignal.any([signal(), AbortSignal.timeout(PATIENCE_MS)]),
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      });
    },
    () => signal().aborted,
  ),
  wait: (milliseconds) =>
    new Promise((done, fail) => {
      setTimeout(done, milliseconds);
      signal().addEventListener('abort', () => fail(signal().reason), { once: true });
    }),
  decode: (bytes) => new TextDecoder().decode(bytes),
  inflate: (bytes, most) => {
    try {
      return inflateSync(bytes, { out: new Uint8Array(most) });
    } catch {
      return undefined;
    }
  },
});

const PATIENCE_MS = 30_000;
