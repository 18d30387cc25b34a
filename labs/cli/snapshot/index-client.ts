import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createAsk } from '../../packaging/remote-ask.ts';
import { IndexFailure, problemText, type Question } from '../../packaging/remote-get.ts';
import { rangeOf } from '../../packaging/remote-index.ts';
import type { RangeAnswer } from '../../packaging/remote-wheel.ts';
import { BadInput } from '../bad-input.ts';
import { nodeNetwork } from '../node-network.ts';

/** Asks an index politely, and never twice for the same. */
export interface IndexClient {
  /** The document at `url`, or undefined when the index says that there is none. */
  text(url: string, accept?: string): Promise<string | undefined>;
  /** A part of a file; undefined when the index does not give it. */
  range(url: string, range: string): Promise<RangeAnswer | undefined>;
  /** The answer of `make`, kept under `key` between runs; undefined is an answer too. */
  kept(key: string, make: () => Promise<string | undefined>): Promise<string | undefined>;
}

const LIMITS = { atOnce: 8, mostBytes: Infinity };
const MOST_OF_A_DOCUMENT = 100_000_000;

/** A client whose answers are kept below `folder`; offline, what is not there does not exist. */
export function createIndexClient(folder: string, offline: boolean): IndexClient {
  const patient = createAsk(nodeNetwork, LIMITS);
  const inFlight = new Map<string, Promise<string | undefined>>();
  async function ask(question: Omit<Question, 'mostBytes'>): ReturnType<typeof patient> {
    if (offline) return undefined;
    try {
      return await patient({ ...question, mostBytes: MOST_OF_A_DOCUMENT });
    } catch (failure) {
      if (!(failure instanceof IndexFailure)) throw failure;
      // A private index refuses what a public one does not have.
      if (failure.problem.kind === 'refused') return undefined;
      throw new BadInput(`${problemText(failure.problem)}`);
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
      return client.kept(url, async () => {
        const answer = await ask({ url, accept });
        return answer && nodeNetwork.decode(answer.body);
      });
    },
    async range(url, range) {
      const answer = await ask({ url, range });
      return answer && rangeOf(answer, range, undefined);
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
