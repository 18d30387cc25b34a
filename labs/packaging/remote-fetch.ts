import type { Get, Reply } from './remote-get.ts';

/** As much of the web's `Response` as is read here. */
export interface Fetched {
  readonly status: number;
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  readonly body: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
      cancel(): Promise<void>;
    };
  } | null;
}

/** The asking by way of `fetch`, which a browser and Node both have; `isCalledOff` tells its reasons apart. */
export function getWith(
  fetch: (url: string, headers: Readonly<Record<string, string>>) => Promise<Fetched>,
  isCalledOff: () => boolean = () => false,
): Get {
  return async ({ url, accept, range, mostBytes }) => {
    const headers = {
      ...(accept === undefined ? {} : { accept }),
      ...(range === undefined ? {} : { range }),
    };
    try {
      return await readWhole(await fetch(url, headers), mostBytes);
    } catch (error) {
      if (isCalledOff()) throw error;
      return { kind: 'no-reply', reason: reasonOf(error) };
    }
  };
}

async function readWhole(fetched: Fetched, mostBytes: number): Promise<Reply> {
  const reader = fetched.body?.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || value === undefined) break;
    length += value.length;
    if (length > mostBytes) {
      await reader?.cancel();
      return { kind: 'too-large' };
    }
    parts.push(value);
  }
  return {
    kind: 'reply',
    status: fetched.status,
    url: fetched.url,
    header: (name) => fetched.headers.get(name) ?? undefined,
    body: joined(parts, length),
  };
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const body = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    body.set(part, at);
    at += part.length;
  }
  return body;
}

/** Node hides why behind "fetch failed". */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
