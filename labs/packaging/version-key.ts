// PEP 440's order as the order of strings, so that one comparison of two keys decides, and every
// specifier (PEP 440 "Version specifiers", packaging's _ranges.py) is a list of intervals of keys.
//
// A key is: epoch, numbers of the release without trailing zeros, END, pre, post, dev, local.
// A number is its digits after a sign of how many they are; a local label made of letters sorts
// before one of digits, and a longer label after its own beginning.

import type { Component, VersionParts } from './version.ts';

const END = ' ';
const PRE_DEV_ONLY = '0';
const PRE_RANK = { a: '1', b: '2', rc: '3' } as const;
const PRE_NONE = '4';
const POST_NONE = '0';
const POST = '1';
const DEV = '0';
const DEV_NONE = '1';
const LOCAL_WORD = '\x01';
const LOCAL_NUMBER = '\x03';
const WORD_END = '\x02';
/** Above every number and every local label, below the next version. */
const ABOVE = '\xff';

const FIRST_LENGTH_SIGN = 0x30;
const LONGEST_WITH_SIGN = 150;
const LONG_NUMBER = '\xf0';
const DIGITS = /^[0-9]+$/;

/** The key of the version with these parts. */
export function sortKey(parts: VersionParts): string {
  return publicKey(parts, postKey(parts.post)) + localKey(parts.local);
}

/** Just above `V` with any local label, just below `V.post0`: where `<=V` and `==V` end. */
export function keyAboveLocals(parts: VersionParts): string {
  return publicKey(parts, postKey(parts.post)) + ABOVE;
}

/** Just above every post-release of `V`: where `>V` begins. Asked only of a V without dev. */
export function keyAbovePosts(parts: VersionParts): string {
  return releaseKey(parts) + preKey(parts) + POST + ABOVE;
}

/** The least key above this one: where an interval that includes exactly this version ends. */
export function keyJustAbove(key: string): string {
  return `${key}\x00`;
}

function publicKey(parts: VersionParts, post: string): string {
  const dev = parts.dev === undefined ? DEV_NONE : DEV + numberKey(parts.dev);
  return releaseKey(parts) + preKey(parts) + post + dev;
}

function releaseKey({ epoch, release }: VersionParts): string {
  let end = release.length;
  while (end > 0 && release[end - 1] === 0) end -= 1;
  let key = numberKey(epoch);
  for (let index = 0; index < end; index += 1) key += numberKey(release[index] ?? 0);
  return key + END;
}

function preKey({ pre, post, dev }: VersionParts): string {
  if (pre !== undefined) return PRE_RANK[pre[0]] + numberKey(pre[1]);
  return post === undefined && dev !== undefined ? PRE_DEV_ONLY : PRE_NONE;
}

function postKey(post: Component | undefined): string {
  return post === undefined ? POST_NONE : POST + numberKey(post);
}

function localKey(local: string | undefined): string {
  if (local === undefined) return '';
  let key = '';
  for (const part of local.split('.')) {
    key += DIGITS.test(part) ? LOCAL_NUMBER + digitsKey(part) : LOCAL_WORD + part + WORD_END;
  }
  return key;
}

function numberKey(component: Component): string {
  return digitsKey(String(component));
}

function digitsKey(digits: string): string {
  const length = digits.length;
  return length <= LONGEST_WITH_SIGN
    ? String.fromCharCode(FIRST_LENGTH_SIGN + length) + digits
    : LONG_NUMBER + String(length).padStart(5, '0') + digits;
}
