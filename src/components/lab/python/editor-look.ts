import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

// Code is coloured as everywhere in the book (src/styles/code-themes.mjs): words of the language bold,
// strings in the accent, comments step back. The tokens know whether it is day or night.
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.self, tags.bool, tags.null], fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--accent)' },
  { tag: [tags.comment, tags.meta], color: 'var(--ink-faint)' },
]);

const look = EditorView.theme({
  '&': { background: 'var(--paper)', color: 'var(--ink)', border: '1px solid var(--edge)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-1px' },
  '.cm-scroller': {
    maxBlockSize: '24rem',
    overflow: 'auto',
    font: 'var(--text-code) / 1.5 var(--mono)',
  },
  '@media (pointer: coarse)': { '.cm-scroller': { fontSize: '1rem' } }, // under 16 px phones zoom in
  '.cm-content': { padding: '0.4rem 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 0.5rem' },
  '.cm-gutters': {
    background: 'var(--shade)',
    color: 'var(--ink-faint)',
    borderInlineEnd: '1px solid var(--hairline)',
  },
  '.cm-cursor, .cm-dropCursor': { borderColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { background: 'var(--wash)' },
  '.cm-matchingBracket': { background: 'var(--wash)' },
  '.cm-fat-cursor': { background: 'var(--accent) !important', color: 'var(--paper) !important' },
  '.cm-panels': { background: 'var(--shade)', color: 'var(--ink)' },
  '.cm-place': { background: 'color-mix(in srgb, var(--refused) 12%, transparent)' },
  '.cm-place.cm-cause': {
    textDecoration: 'underline wavy 1px var(--refused)',
    textUnderlineOffset: '0.25em',
  },
  '.cm-said': {
    padding: '0.1rem 0.5rem 0.3rem',
    color: 'var(--refused)',
    font: 'var(--text-tiny) / 1.4 var(--mono)',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    // It stays in sight while a long line is scrolled.
    position: 'sticky',
    insetInlineStart: '0',
    boxSizing: 'border-box',
    maxInlineSize: 'calc(100cqi - 3rem)',
  },
});

/** How an editor looks, by day and by night. */
export const editorLook: Extension = [look, syntaxHighlighting(colours)];
