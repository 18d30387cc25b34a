/** A number that changes when bytes do: not against malice, but for what a disk has lost (FNV-1a over words). */
export function checksumOf(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 2);
  let sum = 0x811c9dc5 ^ bytes.byteLength;
  for (const word of words) sum = Math.imul(sum ^ word, 0x01000193);
  for (const byte of bytes.subarray(words.length * 4)) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}
