import { isRecord } from '../../core/json.ts';
import { defineLab, type Verdict } from '../../core/lab.ts';
import { pythonBench } from '../../python/bench.ts';
import type { PythonEvent } from '../../python/bench-event.ts';
import type { GoalRow, PythonState, Run, Suggestion } from '../../python/state.ts';
import { foundBy, lastRun, stdoutOf } from '../../python/tellings.ts';

const COMMAND = 'pip install humanize';
const SCRIPT = 'word = "hello"\n1 + 1\nprint(word)\n';
const PRINTED = 'hello\n';

/** Has the script run in this Python, as a module or in its own names? */
const PROBE = `import sys

{"ran": "hello" in sys.modules or hasattr(sys.modules["__main__"], "word")}
`;

const sourceOf = ({ step }: Run): string => (step.what.type === 'line' ? step.what.source : '');
const endingOf = (state: PythonState) => lastRun(state)?.record.ending;

const isRefused = ({ record: { ending } }: Run): boolean =>
  ending.type === 'raised' && ending.name === 'SyntaxError';

const isOfLines = (run: Run): boolean =>
  sourceOf(run).trim().includes('\n') && run.record.ending.type === 'finished';

const hasRunScript = ({ record }: Run): boolean => {
  const found = foundBy(record);
  return isRecord(found) && found['ran'] === true && stdoutOf(record).includes(PRINTED);
};

/** Where Python refused or asked for more, why; undefined where it did what it was told. */
function complaint(state: PythonState): Verdict | undefined {
  const ending = endingOf(state);
  if (ending?.type === 'incomplete') return { ok: false, why: 'open' };
  if (ending?.type !== 'raised') return undefined;
  if (ending.name === 'SyntaxError') return { ok: false, why: 'no-sentence' };
  const error = `${ending.name}: ${ending.message}`;
  return { ok: false, why: 'other-error', with: { error } };
}

const ok: Verdict = { ok: true };
const no = (why: string): Verdict => ({ ok: false, why });

const seen = (what: string, wanted: string, met: boolean): GoalRow => ({
  what,
  wanted,
  now: met ? wanted : { word: 'python.goal.nothing' },
  met: met || undefined,
});

const lines = (...texts: readonly string[]): readonly PythonEvent[] =>
  texts.map((text) => ({ type: 'ran', what: { type: 'line', text } }));

/** The line of the guide, if it was entered as it stands there. */
const commandRun = ({ runs }: PythonState): Run | undefined =>
  runs.find((run) => sourceOf(run).trim() === COMMAND);

export default defineLab({
  id: 'at-the-prompt',
  edition: 1,
  engine: pythonBench,
  setup: {
    shape: 'console',
    files: { 'hello.py': SCRIPT },
    cells: [],
    wheels: [],
    probe: PROBE,
    suggested: [COMMAND, '1 + 1', 'print(max(3, 4)', ')', 'python hello.py', 'import hello'].map(
      (text): Suggestion => ({ type: 'text', text }),
    ),
    goal: ({ runs }) => [
      seen(COMMAND, 'SyntaxError', runs.some(isRefused)),
      seen('...', '>>>', runs.some(isOfLines)),
      seen('hello.py', PRINTED.trim(), runs.some(hasRunScript)),
    ],
  },
  prediction: {
    options: ['installs', 'no-such-name', 'no-sentence'],
    isRevealed: (state) => commandRun(state) !== undefined,
    answer(_setup, revealed) {
      const ending = commandRun(revealed)?.record.ending;
      if (ending?.type !== 'raised') return 'installs';
      return ending.name === 'SyntaxError' ? 'no-sentence' : 'no-such-name';
    },
  },
  tasks: [
    {
      id: 'refused',
      check(state) {
        if (state.runs.some(isRefused)) return ok;
        if (state.runs.length === 0) return no('nothing-yet');
        return complaint(state) ?? no('understood');
      },
    },
    {
      id: 'waits',
      check(state) {
        if (state.runs.some(isOfLines)) return ok;
        if (state.runs.length === 0) return no('nothing-yet');
        return complaint(state) ?? no('whole');
      },
    },
    {
      id: 'script',
      check(state) {
        if (state.runs.some(hasRunScript)) return ok;
        if (state.runs.length === 0) return no('nothing-yet');
        return complaint(state) ?? no('not-the-script');
      },
    },
  ],
  hints: [
    { id: 'who-listens', after: 'understood' },
    { id: 'unfinished', after: 'whole' },
    { id: 'from-here', after: 'no-sentence' },
    { id: 'the-move' },
  ],
  solutions: [
    { route: 'import', events: lines(COMMAND, 'print(max(3, 4)', ')', 'import hello') },
    {
      route: 'exec',
      events: lines(COMMAND, 'python hello.py', '(1 +', '1)', 'exec(open("hello.py").read())'),
    },
  ],
  nearMisses: [
    { events: lines('pip'), task: 'refused', why: 'other-error' },
    { events: lines('1 + 1'), task: 'refused', why: 'understood' },
    { events: lines('print(max(3, 4)'), task: 'refused', why: 'open' },
    { events: lines(COMMAND, 'print(max(3, 4))'), task: 'waits', why: 'whole' },
    { events: lines('1 + 1', 'print(max(3, 4)'), task: 'waits', why: 'open' },
    { events: lines('print hello'), task: 'waits', why: 'no-sentence' },
    { events: lines('1 + 1', 'python hello.py'), task: 'script', why: 'no-sentence' },
    { events: lines(COMMAND, 'hello.py'), task: 'script', why: 'other-error' },
    { events: lines(COMMAND, 'print("hello")'), task: 'script', why: 'not-the-script' },
  ],
});
