import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import {
  bracketMatching,
  indentOnInput,
  indentUnit,
  LanguageSupport,
  LRLanguage,
} from '@codemirror/language';
import { Annotation, Compartment, EditorState, Prec, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { parser } from '@lezer/python';
import type { ErrorMark } from '../../../../labs/python/error-marks.ts';
import { editorLook } from './editor-look.ts';
import { errorMarks, setMarks } from './editor-marks.ts';

/** What an editor is opened with. */
export interface EditorProps {
  readonly parent: HTMLElement;
  readonly text: string;
  /** Its name for who cannot see it. */
  readonly label: string;
  /** The id of the sentence on how the keyboard leaves it. */
  readonly describedBy: string;
  readonly isPython: boolean;
  readonly hasLineNumbers: boolean;
  readonly onchange: (text: string) => void;
  /** Ctrl+Enter, and Shift+Enter. */
  readonly onrun: (() => void) | undefined;
}

/** An editor on the page. */
export interface OpenEditor {
  /** Puts another text in, as little of it as has changed, and calls nobody. */
  setText(text: string): void;
  setMarks(marks: readonly ErrorMark[]): void;
  setDisabled(isDisabled: boolean): void;
  setVim(isOn: boolean): Promise<void>;
  /** Puts a text in at the caret as if it were typed, or as a line of its own below it. */
  put(text: string, isLine: boolean): void;
  focus(): void;
  close(): void;
}

const fromOutside = Annotation.define<true>();

const python = new LanguageSupport(
  LRLanguage.define({ name: 'python', parser, languageData: { commentTokens: { line: '#' } } }),
);

/** Opens an editor. Esc, then Tab leaves it; that is CodeMirror's own rule. */
export function openEditor(props: EditorProps): OpenEditor {
  const enabling = new Compartment();
  const keys = new Compartment();
  let hasVim = false;
  const run = (): boolean => {
    props.onrun?.();
    return props.onrun !== undefined;
  };
  const view = new EditorView({
    parent: props.parent,
    state: EditorState.create({
      doc: props.text,
      extensions: [
        keys.of([]),
        Prec.highest(
          keymap.of([
            { key: 'Mod-Enter', run },
            { key: 'Shift-Enter', run },
          ]),
        ),
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        history(),
        indentUnit.of('    '),
        EditorState.tabSize.of(4),
        props.hasLineNumbers ? lineNumbers() : [],
        props.isPython ? [python, indentOnInput(), bracketMatching()] : EditorView.lineWrapping,
        errorMarks,
        editorLook,
        enabling.of([]),
        EditorView.contentAttributes.of({
          'aria-label': props.label,
          'aria-describedby': props.describedBy,
          tabindex: '0', // axe does not count what is merely editable as reachable
          autocapitalize: 'off',
          autocorrect: 'off',
          spellcheck: 'false',
        }),
        EditorView.updateListener.of(({ docChanged, transactions, state }) => {
          if (docChanged && !transactions.some((each) => each.annotation(fromOutside)))
            props.onchange(state.doc.toString());
        }),
      ],
    }),
  });
  return {
    setText(text) {
      const changes = difference(view.state.doc.toString(), text);
      if (changes) view.dispatch({ changes, annotations: fromOutside.of(true) });
    },
    setMarks: (marks) => view.dispatch({ effects: setMarks.of(marks) }),
    setDisabled: (isDisabled) =>
      view.dispatch({
        effects: enabling.reconfigure(
          isDisabled ? [EditorState.readOnly.of(true), EditorView.editable.of(false)] : [],
        ),
      }),
    async setVim(isOn) {
      if (isOn === hasVim) return;
      hasVim = isOn;
      const extension: Extension = isOn ? (await import('@replit/codemirror-vim')).vim() : [];
      if (hasVim === isOn) view.dispatch({ effects: keys.reconfigure(extension) });
    },
    put(text, isLine) {
      const { from, to } = view.state.selection.main;
      const line = view.state.doc.lineAt(to);
      const isBelow = isLine && line.text.trim() !== '';
      const change = isBelow
        ? { from: line.to, to: line.to, insert: `\n${text}` }
        : { from, to, insert: text };
      view.dispatch({
        changes: change,
        selection: { anchor: change.from + change.insert.length },
        userEvent: 'input',
      });
      view.focus();
    },
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
}

/** The one stretch in which two texts differ. */
function difference(
  before: string,
  after: string,
): { from: number; to: number; insert: string } | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let end = 0;
  while (end < most - from && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}
