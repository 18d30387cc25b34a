import { diceOf } from '../core/dice.ts';

/** Fills arrays with bytes of a seed, as `crypto.getRandomValues` does with bytes of none. */
export function bytesOfSeed(seed: number): <A extends ArrayBufferView>(array: A) => A {
  const dice = diceOf(seed);
  return (array) => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let at = 0; at < bytes.length; at++) bytes[at] = dice.below(256);
    return array;
  };
}
