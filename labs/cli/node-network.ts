import { inflateSync } from 'fflate';
import { setTimeout as delay } from 'node:timers/promises';
import { getWith } from '../packaging/remote-fetch.ts';
import type { RemoteHost } from '../packaging/remote-get.ts';

const PATIENCE_MS = 60_000;

/** The network as Node has it, for a client of an index. */
export const nodeNetwork: RemoteHost = {
  get: getWith((url, headers) => fetch(url, { headers, signal: AbortSignal.timeout(PATIENCE_MS) })),
  wait: (milliseconds) => delay(milliseconds),
  decode: (bytes) => new TextDecoder().decode(bytes),
  inflate: (bytes, most) => {
    try {
      const whole = inflateSync(bytes);
      return whole.length > most ? undefined : whole;
    } catch {
      return undefined;
    }
  },
};
