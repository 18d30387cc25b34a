import { MOST_OUTPUT_BYTES, type Output } from './run.ts';

/** Bytes of UTF-8 that come in pieces → text. */
export interface Decoder {
  decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string;
}

/** What a run puts out, passed on as it comes: never more than it may, and not so often that it chokes the listener. */
export interface Spout {
  write(stream: 'stdout' | 'stderr', bytes: Uint8Array): void;
  /** A value or a picture. */
  put(output: Output): void;
  /** Passes on what is still held back. */
  flush(): void;
  /** The line of stdout that is not ended: what stands before the cursor. */
  prompt(): string;
  /** From now on everything is dropped, or kept again. */
  silence(isSilent: boolean): void;
}

/** So many pieces of a run are passed on at once; later ones wait for each other, but not long. */
const AT_ONCE = 300;
const BEAT_MS = 40;

/** A spout that gives to `say` and knows the time by `now`. */
export function createSpout(
  say: (outputs: readonly Output[]) => void,
  now: () => number,
  newDecoder: () => Decoder,
): Spout {
  const decoders = { stdout: newDecoder(), stderr: newDecoder() };
  let waiting: Output[] = [];
  let room = MOST_OUTPUT_BYTES;
  let cut = 0;
  let said = 0;
  let last = -Infinity;
  let line = '';
  let silent = false;

  const flush = (): void => {
    if (waiting.length === 0) return;
    say(waiting);
    waiting = [];
    said += 1;
    last = now();
  };
  const pass = (output: Output): void => {
    const before = waiting.at(-1);
    if (output.type === 'text' && before?.type === 'text' && before.stream === output.stream)
      waiting[waiting.length - 1] = { ...before, text: before.text + output.text };
    else if (output.type === 'cut' && before?.type === 'cut') waiting[waiting.length - 1] = output;
    else waiting.push(output);
    const isUrgent = said < AT_ONCE && output.type !== 'cut';
    if (isUrgent || now() - last > BEAT_MS) flush();
  };
  /** How much of so many bytes there is still room for; the rest is counted. */
  const admit = (bytes: number, isWhole: boolean): number => {
    const admitted = isWhole ? (bytes <= room ? bytes : 0) : Math.min(bytes, room);
    room = admitted < bytes ? 0 : room - admitted;
    cut += bytes - admitted;
    return admitted;
  };

  return {
    write(stream, bytes) {
      if (silent) return;
      const admitted = admit(bytes.length, false);
      const text = decoders[stream].decode(bytes.subarray(0, admitted), { stream: true });
      if (stream === 'stdout') line = (line + text).slice(-2000).split('\n').at(-1) ?? '';
      if (text !== '') pass({ type: 'text', stream, text });
      if (admitted < bytes.length) pass({ type: 'cut', bytes: cut });
    },
    put(output) {
      if (silent) return;
      const size =
        'text' in output ? output.text.length : 'base64' in output ? output.base64.length : 0;
      pass(admit(size, true) === size ? output : { type: 'cut', bytes: cut });
    },
    flush,
    prompt: () => line,
    silence(isSilent) {
      if (isSilent) flush();
      silent = isSilent;
    },
  };
}
