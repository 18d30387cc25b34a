import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { BadInput } from '../bad-input.ts';

/** Asks an index politely: few requests at once, again after a failure, and never twice for the same. */
export interface IndexClient {
  /** The document at `url`, or undefined when the index says that there is none. */
  text(url: string, accept?: string): Promise<string | undefined>;
  /** The last bytes of a file or a part of it; undefined when the index does not give them. */
  range(url: string, range: string): Promise<RangeAnswer | undefined>;
  /** The answer of `make`, kept under `key` between runs; undefined is an answer too. */
  kept(key: string, make: () => Promise<string | undefined>): Promise<string | undefined>;
}

/** A part of a file: where it starts and how long the whole is. */
export interface RangeAnswer {
  readonly start: number;
  readonly total: number;
  readonly bytes: Uint8Array;
}

const AT_ONCE = 8;
const ATTEMPTS = 3;
const PATIENCE_MS = 60_000;
const CONTENT_RANGE = /^bytes (\d+)-\d+\/(\d+)$/;
/** Answers that will not change by asking again. */
const REFUSALS: ReadonlySet<number> = new Set([401, 403, 404, 405, 410, 416, 501]);

/** A client whose answers are kept below `folder`; offline, what is not there does not exist. */
export function createIndexClient(folder: string, offline: boolean): IndexClient {
  const gate = createGate(AT_ONCE);
  const inFlight = new Map<string, Promise<string | undefined>>();
  async function ask(url: string, headers: Record<string, string>): Promise<Response | undefined> {
    if (offline) return undefined;
    for (let attempt = 1; ; attempt += 1) {
      const answer = await gate(() => askOnce(url, headers));
      if (answer instanceof Response) return REFUSALS.has(answer.status) ? undefined : answer;
      if (attempt === ATTEMPTS) throw new BadInput(`snapshot: ${url}: ${answer}`);
      await delay(500 * attempt);
    }
  }
  async function keep(
    key: string,
    make: () => Promise<string | undefined>,
  ): Promise<string | undefined> {
    const path = pathOf(folder, key);
    const old = await readIfThere(path);
    if (old !== undefined) return old;
    if ((await readIfThere(`${path}.none`)) !== undefined) return undefined;
    const made = await make();
    if (made === undefined && offline) return undefined;
    await writeWhole(made === undefined ? `${path}.none` : path, made ?? '');
    return made;
  }
  const client: IndexClient = {
    async text(url, accept) {
      return client.kept(url, async () =>
        (await ask(url, accept === undefined ? {} : { accept }))?.text(),
      );
    },
    async range(url, range) {
      const answer = await ask(url, { range });
      if (answer === undefined) return undefined;
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (answer.status === 200) return { start: 0, total: bytes.length, bytes };
      const place = CONTENT_RANGE.exec(answer.headers.get('content-range') ?? '');
      if (place === null) return undefined;
      return { start: Number(place[1]), total: Number(place[2]), bytes };
    },
    kept(key, make) {
      const running = inFlight.get(key);
      if (running !== undefined) return running;
      const answer = keep(key, make).finally(() => inFlight.delete(key));
      inFlight.set(key, answer);
      return answer;
    },
  };
  return client;
}

async function askOnce(url: string, headers: Record<string, string>): Promise<Response | string> {
  try {
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.ok || REFUSALS.has(answer.status)) return answer;
    await answer.body?.cancel();
    return `the index answered ${answer.status}`;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** At most `width` tasks at once; the others wait in their order. */
function createGate(width: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= width) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

function pathOf(folder: string, key: string): string {
  const hash = createHash('sha256').update(key).digest('hex');
  return join(folder, hash.slice(0, 2), hash.slice(2));
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, text);
  await rename(`${path}.part`, path);
}
