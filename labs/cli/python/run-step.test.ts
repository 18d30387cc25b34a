import { deepEqual, equal } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import type { RunRecord, Step, Task } from '../../python/run.ts';
import { runInNode } from './run-in-node.ts';

const fileStep = (text: string, rest: Partial<Step> = {}): Step => ({
  what: { type: 'file', path: 'main.py' },
  answers: [],
  ...rest,
  files: { 'main.py': text, ...rest.files },
});
const step = (what: Task): Step => ({ what, files: {}, answers: [] });
const run = (step: Step, past: readonly Step[] = [], probe?: string): Promise<RunRecord> =>
  runInNode({ wheels: [], past, step, seed: 7, ...(probe === undefined ? {} : { probe }) });
const stdout = (text: string) => ({ type: 'text', stream: 'stdout', text }) as const;

test('a file runs as `python main.py` does, and says what it left on the disk', async () => {
  const text = `import os, sys
print(__name__, __file__, sys.argv, sys.path[0], os.getcwd())
print(dir())
open('new.txt', 'w').write('é')
open('bytes.bin', 'wb').write(b'\\xff')
os.remove('gone.txt')`;
  const files = { 'gone.txt': 'x', 'kept.txt': 'y' };
  deepEqual(await run(fileStep(text, { files }), [], 'import __main__; __main__.__file__'), {
    outputs: [
      stdout(
        "__main__ /home/ada/main.py ['main.py'] /home/ada /home/ada\n" +
          "['__builtins__', '__cached__', '__doc__', '__file__', '__loader__', '__name__', " +
          "'__package__', '__spec__', 'os', 'sys']\n",
      ),
    ],
    ending: { type: 'finished' },
    changed: { 'bytes.bin': { base64: '/w==' }, 'new.txt': 'é', 'gone.txt': null },
    found: '"/home/ada/main.py"',
  });
});

test('an exception is told as Python prints it, with the lines that are the learner’s', async () => {
  const text = `def f(x):
    return 1 / x

try:
    f(0)
except ZeroDivisionError as error:
    raise ValueError('no') from error`;
  deepEqual((await run(fileStep(text))).ending, {
    type: 'raised',
    name: 'ValueError',
    message: 'no',
    traceback: `Traceback (most recent call last):
  File "/home/ada/main.py", line 5, in <module>
    f(0)
    ~^^^
  File "/home/ada/main.py", line 2, in f
    return 1 / x
           ~~^~~
ZeroDivisionError: division by zero

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/home/ada/main.py", line 7, in <module>
    raise ValueError('no') from error
ValueError: no
`,
    places: [{ where: 'main.py', line: 7 }],
  });
  deepEqual((await run(fileStep('print(\n'))).ending, {
    type: 'raised',
    name: 'SyntaxError',
    message: "'(' was never closed (main.py, line 1)",
    traceback: `  File "/home/ada/main.py", line 1
    print(
         ^
SyntaxError: '(' was never closed
`,
    places: [{ where: 'main.py', line: 1 }],
  });
});

test('input() takes the answers, shows them, and asks for one more', async () => {
  const text = `name = input('Name? ')
try:
    age = int(input('Age? '))
except:
    print('not reached')`;
  const answered = await run(fileStep(text, { answers: ['Ada'] }));
  deepEqual(answered, {
    outputs: [stdout('Name? Ada\nAge? ')],
    ending: { type: 'asks', prompt: 'Age? ' },
    changed: {},
  });
  deepEqual((await run(fileStep(text, { answers: ['Ada', '36'] }))).ending, { type: 'finished' });
});

test('a file of the learner’s hides a module of the standard library, and Python says so', async () => {
  const standard =
    "since it has the same name as the standard library module named 'random' and prevents importing " +
    'that standard library module)';
  const messages = [];
  for (const [text, files] of [
    ['import random\nrandom.randint(1, 6)', { 'random.py': 'x = 1' }],
    ['from random import choice', { 'random.py': 'x = 1' }],
    ['import tempfile', { 'random.py': 'x = 1' }],
    ['import requests', { 'requests.py': 'import requests\nrequests.get("/")' }],
    ['import tools\ntools.saw', { 'tools.py': 'x = 1' }],
    ['from js import eval', {}],
    ['import tools\ntools.saw', { 'tools.py': '__spec__ = 3' }],
  ] as const) {
    const { ending } = await run(fileStep(text, { files }));
    messages.push(ending.type === 'raised' ? ending.message : ending);
  }
  deepEqual(messages, [
    `module 'random' has no attribute 'randint' (consider renaming '/home/ada/random.py' ${standard}`,
    `cannot import name 'choice' from 'random' (consider renaming '/home/ada/random.py' ${standard}`,
    `cannot import name 'Random' from 'random' (consider renaming '/home/ada/random.py' ${standard}`,
    "module 'requests' has no attribute 'get' (consider renaming '/home/ada/requests.py' " +
      'if it has the same name as a library you intended to import)',
    "module 'tools' has no attribute 'saw'",
    "cannot import name 'eval' from 'js' (unknown location)",
    "module 'tools' has no attribute 'saw'",
  ]);
});

test('importlib says which file of the learner’s it is, also after the import failed', async () => {
  const text = 'import random\nprint(random.randint(1, 6))';
  const probe = 'import importlib.util; importlib.util.find_spec("random").origin';
  const { found } = await run(fileStep(text, { files: { 'random.py': text } }), [], probe);
  equal(found, '"/home/ada/random.py"');
});

test('chance is that of the seed', async () => {
  const text = 'import random, os\nprint(random.random(), os.urandom(2))';
  const [one, two] = [await run(fileStep(text)), await run(fileStep(text))];
  deepEqual(one, two);
  const other = await runInNode({ wheels: [], past: [], step: fileStep(text), seed: 8 });
  equal(other.outputs.length, 1);
  equal(JSON.stringify(other) === JSON.stringify(one), false);
});

test('how a program ends', async () => {
  const endings = [];
  for (const text of ['import sys; sys.exit(2)', 'import os; os._exit(3)', 'exit("so long")'])
    endings.push((await run(fileStep(text))).ending);
  deepEqual(endings, [
    { type: 'exited', code: 2 },
    { type: 'exited', code: 3 },
    { type: 'exited', code: 1 },
  ]);
});

test('cells share an interpreter, and a lost past is run again', async () => {
  const first = step({ type: 'cell', source: 'x = 3\nx * 2', number: 1 });
  const second = step({ type: 'cell', source: 'x += 1\nprint(x)\nx / 0', number: 2 });
  deepEqual((await run(first)).outputs, [{ type: 'value', text: '6' }]);
  const record = await run(second, [first]);
  deepEqual(await run(second, [first]), record);
  deepEqual(record.outputs, [stdout('4\n')]);
  deepEqual(record.ending, {
    type: 'raised',
    name: 'ZeroDivisionError',
    message: 'division by zero',
    traceback: `Traceback (most recent call last):
  File "<cell 2>", line 3, in <module>
    x / 0
    ~~^~~
ZeroDivisionError: division by zero
`,
    places: [{ where: 'cell 2', line: 3 }],
  });
});

test('lines at the prompt: whole, not whole yet, their values, nothing odd in dir()', async () => {
  const line = (source: string) => step({ type: 'line', source });
  deepEqual((await run(line('for i in range(2):'))).ending, { type: 'incomplete' });
  deepEqual((await run(line('for i in range(2):\n    i\n'))).outputs, [
    { type: 'value', text: '0' },
    { type: 'value', text: '1' },
  ]);
  deepEqual((await run(line('pip install humanize'))).ending, {
    type: 'raised',
    name: 'SyntaxError',
    message: 'invalid syntax (<python-input-0>, line 1)',
    traceback: `  File "<python-input-0>", line 1
    pip install humanize
        ^^^^^^^
SyntaxError: invalid syntax
`,
    places: [{ where: 'python-input-0', line: 1 }],
  });
  const names = "['__builtins__', '__doc__', '__loader__', '__name__', '__package__', '__spec__']";
  deepEqual((await run(line('dir()'))).outputs, [{ type: 'value', text: names }]);
});

test('what never ends is ended, and the next run is well', async () => {
  const loop = fileStep('print("on", flush=True)\nwhile True: pass');
  const request = { wheels: [], past: [], step: loop, seed: 7 };
  const { ending } = await runInNode(request, 5_000);
  deepEqual(ending, { type: 'stopped', kept: false });
  deepEqual((await run(fileStep('print(1)'))).outputs, [stdout('1\n')]);
});

test('asyncio and time.sleep wait as they do elsewhere', async () => {
  const text = `import asyncio, time
async def tick(n):
    await asyncio.sleep(n / 100)
    return n
async def main():
    return await asyncio.gather(tick(2), tick(1))
print(asyncio.run(main()))
time.sleep(0.2)
try:
    time.sleep(-1)
except ValueError as error:
    print(error)
asyncio.get_event_loop()`;
  const { outputs, ending } = await run(fileStep(text));
  deepEqual(outputs, [stdout('[2, 1]\nsleep length must be non-negative\n')]);
  equal(
    ending.type === 'raised' && ending.message,
    "There is no current event loop in thread 'MainThread'.",
  );
});

const WHEELS = [
  'six-1.17.0-py2.py3-none-any.whl',
  'python_dateutil-2.9.0.post0-py2.py3-none-any.whl',
  'msgpack-1.2.4-cp314-cp314-pyemscripten_2026_0_wasm32.whl',
];
const lacks = WHEELS.some(
  (file) => !existsSync(new URL(`../../../.cache/vendor/${file}`, import.meta.url)),
);

test(
  'wheels lie in site-packages as pip leaves them, those for WebAssembly too',
  { skip: lacks ? 'the wheels are not in .cache/vendor (npm run vendor brings them)' : false },
  async () => {
    const text = `import importlib.metadata as metadata
import dateutil.parser, msgpack, msgpack._cmsgpack
print(dateutil.parser.parse('2026-11-29'), msgpack.unpackb(msgpack.packb([1])), msgpack.Packer.__module__)
found = metadata.distribution('python-dateutil')
print(found.requires, repr(found.read_text('INSTALLER')), found.read_text('RECORD').splitlines()[-1])`;
    const request = { wheels: WHEELS, past: [], step: fileStep(text), seed: 7 };
    const { outputs, ending } = await runInNode(request);
    deepEqual(ending, { type: 'finished' });
    deepEqual(outputs, [
      stdout(
        "2026-11-29 00:00:00 [1] msgpack._cmsgpack\n['six >=1.5'] 'pip\\n' python_dateutil-2.9.0.post0.dist-info/" +
          'INSTALLER,sha256=zuuue4knoyJ-UwPPXg8fezS7VCrXJQrAP7zeNuwvFQg,4\n',
      ),
    ]);
  },
);

test('a wheel that is not there is named', async () => {
  const request = { wheels: ['none-1.0.whl'], past: [], step: fileStep('1'), seed: 7 };
  deepEqual((await runInNode(request)).ending, { type: 'lacking', wheel: 'none-1.0.whl' });
});
