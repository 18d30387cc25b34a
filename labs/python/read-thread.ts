import { isRecord } from '../core/json.ts';
import { readEnding, readOutputs, readRunEnd } from './read-run.ts';
import type { FromThread } from './thread-talk.ts';

/** What a called function may return: the longest text. */
const MOST_RETURNED = 50_000_000;

/** What a thread said, or undefined where it is nothing that one says: learner code may have said it. */
export function readFromThread(value: unknown): FromThread | undefined {
  if (!isRecord(value)) return undefined;
  const { type } = value;
  if (type === 'began') return { type };
  if (type === 'started') {
    const { how } = value;
    return how === 'bare' || how === 'restored' ? { type, how } : undefined;
  }
  if (type === 'outputs') {
    const outputs = readOutputs(value['outputs']);
    return outputs && { type, outputs };
  }
  if (type === 'ended') {
    const end = readRunEnd(value['end']);
    return end && { type, end };
  }
  if (type === 'died') {
    const ending = readEnding(value['ending']);
    return ending && { type, ending };
  }
  if (type !== 'returned') return undefined;
  const { text } = value;
  return typeof text === 'string' && text.length <= MOST_RETURNED ? { type, text } : undefined;
}
