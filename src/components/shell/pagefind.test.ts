import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { excerptToPieces } from './pagefind.ts';

test('marked words and the text around them, in order', () => {
  deepEqual(excerptToPieces('a <mark>b</mark> c <mark>d</mark>'), [
    { text: 'a ', marked: false },
    { text: 'b', marked: true },
    { text: ' c ', marked: false },
    { text: 'd', marked: true },
  ]);
});

test('what was escaped is text again, and no tag', () => {
  deepEqual(excerptToPieces('numpy&lt;2 &amp;amp; <mark>&lt;img&gt;</mark>'), [
    { text: 'numpy<2 &amp; ', marked: false },
    { text: '<img>', marked: true },
  ]);
});

test('a tag that is not ours stays text', () => {
  deepEqual(excerptToPieces('<b>x</b>'), [{ text: '<b>x</b>', marked: false }]);
});
