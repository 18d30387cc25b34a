import { RangeSet, StateEffect, StateField, type EditorState, type Range } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  GutterMarker,
  gutterLineClass,
  WidgetType,
  type DecorationSet,
} from '@codemirror/view';
import type { ErrorMark } from '../../../../labs/python/error-marks.ts';

/** Where an error is said: under the very line. */
class Said extends WidgetType {
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
  override eq(other: Said): boolean {
    return other.text === this.text;
  }
  override toDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'cm-said';
    element.textContent = this.text;
    return element;
  }
}

class MarkedGutter extends GutterMarker {
  override elementClass = 'cm-place';
}
const markedGutter = new MarkedGutter();

/** Says which lines Python named. */
export const setMarks = StateEffect.define<readonly ErrorMark[]>();

/** The lines that Python named, until they are changed. */
export const errorMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setMarks)) return decorate(effect.value, transaction.state);
    return marks.map(transaction.changes);
  },
  provide: (field) => [
    EditorView.decorations.from(field),
    gutterLineClass.compute([field], (state) => {
      const lines: Range<GutterMarker>[] = [];
      state.field(field).between(0, state.doc.length, (from, to, { spec }) => {
        if (isLine(spec)) lines.push(markedGutter.range(from, to));
      });
      return RangeSet.of(lines, true);
    }),
  ],
});

const isLine = (spec: unknown): boolean =>
  typeof spec === 'object' && spec !== null && 'class' in spec;

function decorate(marks: readonly ErrorMark[], { doc }: EditorState): DecorationSet {
  const decorations = marks
    .filter(({ line }) => line >= 1 && line <= doc.lines)
    .flatMap(({ line, said }) => {
      const { from, to } = doc.line(line);
      const place = Decoration.line({
        class: said === undefined ? 'cm-place' : 'cm-place cm-cause',
      });
      if (said === undefined) return [place.range(from)];
      const widget = Decoration.widget({ widget: new Said(said), block: true, side: 1 });
      return [place.range(from), widget.range(to)];
    });
  return Decoration.set(decorations, true);
}
