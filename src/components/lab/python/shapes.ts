import type { PythonEvent } from '../../../../labs/python/bench-event.ts';
import type { Output } from '../../../../labs/python/run.ts';
import type { PythonState } from '../../../../labs/python/state.ts';
import type { Words } from '../words.ts';
import type { OpenEditor } from './editor.ts';

/** What the three shapes of the bench are given. */
export interface ShapeProps {
  /** The id of the lab. */
  readonly lab: string;
  readonly bench: PythonState;
  /** What the step that runs has put out so far. */
  readonly live: readonly Output[];
  readonly hasVim: boolean;
  readonly words: Words;
  readonly disabled: boolean;
  readonly onevent: (event: PythonEvent) => Promise<void>;
  /** The caret is in the editor of this file or cell. */
  readonly onenter: (where: string, editor: OpenEditor) => void;
}
