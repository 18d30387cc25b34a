// Notebook files, nbformat 4.5: https://nbformat.readthedocs.io/en/latest/format_description.html (read 2026-11-29).

import type { Cell, SavedRun } from './cell.ts';
import type { Output } from './run.ts';
import type { PythonState } from './state.ts';
import { lastRun } from './tellings.ts';

/** The key of our own notes in a notebook's metadata: where bytes were left out. */
export const OWN_KEY = 'works-on-my-machine';

/** The notebook on the bench as a file: cells as they stand, outputs as they came last. */
export function toNotebook(state: PythonState): string {
  const cells = state.cells.map((cell) => {
    const { id, type, source } = cell;
    const common = { id, metadata: {}, source: linesOf(source) };
    if (type === 'markdown') return { cell_type: 'markdown', ...common };
    const run = savedRun(state, cell);
    return {
      cell_type: 'code',
      ...common,
      execution_count: run?.number ?? null,
      outputs: run ? outputsOf(run) : [],
    };
  });
  const notebook = {
    cells,
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, undefined, 1)}\n`;
}

/** What a cell's margin and output say: of its last run here, or as its file told it. */
function savedRun(state: PythonState, cell: Cell): SavedRun | undefined {
  const run = lastRun(state, cell.id);
  if (run?.step.what.type !== 'cell') return cell.saved;
  const { outputs, ending } = run.record;
  return {
    number: run.step.what.number,
    outputs,
    ...(ending.type === 'raised' ? { ending } : {}),
  };
}

function outputsOf({ number, outputs, ending }: SavedRun): unknown[] {
  const shown = outputs.map((output) => outputOf(output, number));
  if (!ending) return shown;
  const { name, message, traceback } = ending;
  return [
    ...shown,
    { output_type: 'error', ename: name, evalue: message, traceback: traceback.split('\n') },
  ];
}

function outputOf(output: Output, number: number | undefined): unknown {
  switch (output.type) {
    case 'text':
      return { output_type: 'stream', name: output.stream, text: linesOf(output.text) };
    case 'value':
      return {
        output_type: 'execute_result',
        execution_count: number ?? null,
        data: { 'text/plain': linesOf(output.text) },
        metadata: {},
      };
    case 'image':
      return {
        output_type: 'display_data',
        data: { 'image/png': output.base64, 'text/plain': linesOf(output.alt) },
        // What IPython's Image(alt=…) leaves there, and nbconvert puts into the page.
        metadata: output.alt === '' ? {} : { 'image/png': { alt: output.alt } },
      };
    case 'cut':
      return {
        output_type: 'display_data',
        data: { 'text/plain': [`(${output.bytes} bytes were left out)`] },
        metadata: { [OWN_KEY]: { cut: output.bytes } },
      };
  }
}

/** Text as notebooks keep it: a line an item, each with its end. */
const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split(/(?<=\n)/));
