// Notebooks as one Python file, cells after `# %%` (the "percent" form that VS Code, Spyder and Jupytext read).

import { MOST_CELLS } from './bench-event.ts';
import type { Cell, NewCell } from './cell.ts';
import { MOST_CHARACTERS_OF_NOTEBOOK, taken, type ReadCells } from './read-notebook.ts';

const CODE = '# %%';
const PROSE = '# %% [markdown]';

/** The cells as one file; what they put out stays behind. */
export const toScript = (cells: readonly Pick<Cell, 'type' | 'source'>[]): string =>
  cells
    .map(({ type, source }) =>
      type === 'code' ? `${CODE}\n${source}\n` : `${PROSE}\n${asComment(source)}\n`,
    )
    .join('\n');

const asComment = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '#' : `# ${line}`))
    .join('\n');

const MARKER = /^# ?%%(.*)$/;

/** The text of a `.py` → its cells; without a marker it is one. */
export function readScript(text: string): ReadCells {
  if (text.length > MOST_CHARACTERS_OF_NOTEBOOK) return { ok: false, why: 'too-long' };
  const parts: { readonly isProse: boolean; readonly lines: string[] }[] = [
    { isProse: false, lines: [] },
  ];
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const [, rest] = MARKER.exec(line) ?? [];
    if (rest === undefined) parts.at(-1)?.lines.push(line);
    else parts.push({ isProse: rest.includes('[markdown]'), lines: [] });
    if (parts.length > MOST_CELLS + 1) return { ok: false, why: 'too-many-cells' };
  }
  const [before, ...marked] = parts.map(({ isProse, lines }): NewCell => {
    const plain = isProse ? lines.map((line) => line.replace(/^# ?/, '')) : lines;
    return { type: isProse ? 'markdown' : 'code', source: plain.join('\n').replace(/\n+$/, '') };
  });
  return taken(before && before.source.trim() !== '' ? [before, ...marked] : marked);
}
