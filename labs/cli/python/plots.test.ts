import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Output, RunRecord, Step } from '../../python/run.ts';
import { runInNode } from './run-in-node.ts';

/** As much of matplotlib as shows what becomes of a figure: a picture of so many bytes at 100 dots an inch. */
const PYPLOT = `figures = {}

class Axes:
    get_title = lambda self: "Rain"
    get_xlabel = lambda self: "day"
    get_ylabel = lambda self: ""

class Figure:
    dpi = 100
    def __init__(self, size, fails):
        self.size, self.fails = size, fails
    def savefig(self, file, format, dpi, bbox_inches):
        if self.fails:
            raise ValueError("Image size of 100000x100000 pixels is too large.")
        file.write(bytes(int(self.size * (dpi / 100) ** 2)))
    get_suptitle = lambda self: "Bergen"
    get_axes = lambda self: [Axes()]

def plot(size=6, fails=False):
    figures[len(figures) + 1] = Figure(size, fails)

get_fignums = lambda: list(figures)
figure = figures.get

def close(what):
    assert what == "all"
    figures.clear()
`;
const files = { 'matplotlib/__init__.py': '', 'matplotlib/pyplot.py': PYPLOT };

const past: Step[] = [];
/** One cell after the other, in the same interpreter. */
async function cell(source: string): Promise<RunRecord> {
  const step: Step = {
    what: { type: 'cell', source, number: past.length + 1 },
    files,
    answers: [],
  };
  const record = await runInNode({ wheels: [], past: [...past], step, seed: 7 });
  past.push(step);
  return record;
}

const ALT = 'Bergen · Rain · day';
const image = { type: 'image', base64: 'AAAAAAAA', alt: ALT } as const;
const text = (stream: 'stdout' | 'stderr', text: string): Output => ({
  type: 'text',
  stream,
  text,
});

test('figures: shown and closed, also after an error; too large: coarser; not to be drawn: said, and the run goes on', async () => {
  await cell('import matplotlib.pyplot as plt');
  deepEqual(await cell('print("two"); plt.plot(); plt.plot()'), {
    outputs: [text('stdout', 'two\n'), image, image],
    ending: { type: 'finished' },
    changed: {},
  });
  deepEqual((await cell('1')).outputs, [{ type: 'value', text: '1' }]);

  const broken = await cell('plt.plot(fails=True); plt.plot()');
  deepEqual(broken.ending, { type: 'finished' });
  const [why, next] = broken.outputs;
  ok(why?.type === 'text' && why.stream === 'stderr');
  match(why.text, /ValueError: Image size of 100000x100000 pixels is too large\.\n$/);
  equal(why.text.includes('<womm>'), false);
  deepEqual(next, image);

  const [coarse] = (await cell('plt.plot(200_000)')).outputs;
  ok(coarse?.type === 'image');
  equal(coarse.base64.length, Math.ceil(50_000 / 3) * 4); // at 50 dots an inch
  deepEqual((await cell('plt.plot(50_000_000)')).outputs, [{ type: 'cut', bytes: 6_000_000 }]);

  const raised = await cell('plt.plot(); 1 / 0');
  deepEqual(raised.outputs, [image]);
  equal(raised.ending.type === 'raised' && raised.ending.name, 'ZeroDivisionError');

  past.length = 0;
  const ours = { 'matplotlib/__init__.py': '', 'matplotlib/pyplot.py': 'x = 1' };
  const step: Step = {
    what: { type: 'cell', source: 'import matplotlib.pyplot', number: 1 },
    files: ours,
    answers: [],
  };
  deepEqual((await runInNode({ wheels: [], past, step, seed: 7 })).ending, { type: 'finished' });
});

test('what shows itself as HTML in Jupyter is shown as its repr, and none of its HTML is asked for', async () => {
  past.length = 0;
  const { outputs } = await cell(`class Table:
    def __repr__(self): return "a  <b>1</b>"
    def _repr_html_(self): raise SystemExit("asked")
    _repr_png_ = _repr_svg_ = _repr_mimebundle_ = _repr_html_
Table()`);
  deepEqual(outputs, [{ type: 'value', text: 'a  <b>1</b>' }]);
});
