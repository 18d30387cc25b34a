import type { PythonEvent } from '../../../../labs/python/bench-event.ts';
import type { PythonState, Suggestion } from '../../../../labs/python/state.ts';

/** The move that a tap is by itself; undefined where it depends on the caret. */
export function put(
  { files, cells }: PythonState,
  suggestion: Suggestion,
): PythonEvent | undefined {
  if (suggestion.type === 'move') return suggestion.move;
  if (suggestion.type === 'line' || !suggestion.instead) return undefined;
  const { text, instead } = suggestion;
  const { where, of } = instead;
  const cell = cells.find(({ id }) => id === where);
  const before = cell ? cell.source : files[where];
  if (typeof before !== 'string' || !before.includes(of)) return undefined;
  const after = before.replace(of, () => text);
  return cell
    ? { type: 'typed', cell: cell.id, text: after }
    : { type: 'wrote', path: where, text: after };
}
