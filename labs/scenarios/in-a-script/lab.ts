import { defineLab, type Verdict } from '../../core/lab.ts';
import { pythonBench } from '../../python/bench.ts';
import type { PythonEvent } from '../../python/bench-event.ts';
import type { PythonState, Run, Said } from '../../python/state.ts';
import { exitCode, lastRun, stdoutOf } from '../../python/tellings.ts';

const PATH = 'lesson.py';
const COMMAND = 'pip install humanize';
const SUM = '1 + 1';
const lesson = (sum: string, command: string): string =>
  `print("start")\n${sum}\n${command}print("end")\n`;
const WANTED = ['start', '2', 'end'];

const isStopped = ({ record }: Run): boolean =>
  record.ending.type === 'raised' &&
  record.ending.name === 'SyntaxError' &&
  stdoutOf(record) === '';

const isAsItCame = ({ step }: Run): boolean => step.files[PATH] === lesson(SUM, `${COMMAND}\n`);

const linesOf = (run: Run): readonly string[] => stdoutOf(run.record).trim().split('\n');

/** What the last run says of the file as it stands now. */
function repaired(state: PythonState): Verdict {
  const run = lastRun(state, PATH);
  if (!run) return { ok: false, why: 'not-run' };
  if (run.step.files[PATH] !== state.files[PATH]) return { ok: false, why: 'not-run-again' };
  const { ending } = run.record;
  if (ending.type === 'raised') {
    const why = ending.name === 'ModuleNotFoundError' ? 'missing' : 'stops';
    return { ok: false, why, with: { error: `${ending.name}: ${ending.message}` } };
  }
  const lines = linesOf(run);
  if (lines[0] !== WANTED[0] || lines.at(-1) !== WANTED[2]) return { ok: false, why: 'lost' };
  return lines.includes(SUM_SHOWN) ? { ok: true } : { ok: false, why: 'no-sum' };
}

const SUM_SHOWN = '2';

const wrote = (text: string): PythonEvent => ({ type: 'wrote', path: PATH, text });
const ran: PythonEvent = { type: 'ran', what: { type: 'file', path: PATH } };
const nothing: Said = { word: 'python.goal.nothing' };

export default defineLab({
  id: 'in-a-script',
  edition: 1,
  engine: pythonBench,
  setup: {
    shape: 'files',
    files: { [PATH]: lesson(SUM, `${COMMAND}\n`) },
    cells: [],
    main: PATH,
    wheels: [],
    suggested: [
      { type: 'text', text: `print(${SUM})`, instead: { where: PATH, of: SUM } },
      { type: 'text', text: `# ${COMMAND}`, instead: { where: PATH, of: COMMAND } },
      { type: 'text', text: `%${COMMAND}`, instead: { where: PATH, of: COMMAND } },
      { type: 'text', text: 'import humanize', instead: { where: PATH, of: COMMAND } },
    ],
    goal(state) {
      const run = lastRun(state, PATH);
      const code = run && exitCode(run.record);
      const shown = run && linesOf(run).join(' ');
      return [
        {
          what: `python ${PATH}`,
          wanted: '0',
          now: code === undefined ? nothing : String(code),
          met: code === undefined ? undefined : code === 0,
        },
        {
          what: 'print',
          wanted: WANTED.join(' '),
          now: shown || nothing,
          met: shown === undefined ? undefined : repaired(state).ok,
        },
      ];
    },
  },
  prediction: {
    options: ['start', 'error-only', 'all'],
    isRevealed: ({ runs }) => runs.some(isAsItCame),
    answer(_setup, { runs }) {
      const run = runs.find(isAsItCame);
      if (run && isStopped(run)) return 'error-only';
      return run?.record.ending.type === 'raised' ? 'start' : 'all';
    },
  },
  tasks: [
    {
      id: 'stopped',
      check({ runs }) {
        if (runs.some(isStopped)) return { ok: true };
        return { ok: false, why: runs.length === 0 ? 'not-run' : 'not-stopped' };
      },
    },
    { id: 'repaired', check: repaired },
  ],
  hints: [
    { id: 'read-first', after: 'stops' },
    { id: 'nobody-asks', after: 'no-sum' },
    { id: 'where-it-belongs', after: 'missing' },
    { id: 'the-move' },
  ],
  solutions: [
    { route: 'comment', events: [ran, wrote(lesson(`print(${SUM})`, `# ${COMMAND}\n`)), ran] },
    { route: 'remove', events: [ran, wrote(lesson(`total = ${SUM}\nprint(total)`, '')), ran] },
  ],
  nearMisses: [
    { events: [wrote(lesson(SUM, '')), ran], task: 'stopped', why: 'not-stopped' },
    {
      events: [ran, wrote(lesson(`print(${SUM})`, `%${COMMAND}\n`)), ran],
      task: 'repaired',
      why: 'stops',
    },
    {
      events: [ran, wrote(lesson(`print(${SUM})`, 'import humanize\n')), ran],
      task: 'repaired',
      why: 'missing',
    },
    { events: [ran, wrote(lesson(SUM, `# ${COMMAND}\n`)), ran], task: 'repaired', why: 'no-sum' },
    { events: [ran, wrote(`print(${SUM})\n`), ran], task: 'repaired', why: 'lost' },
    { events: [ran, wrote(lesson(`print(${SUM})`, ''))], task: 'repaired', why: 'not-run-again' },
  ],
});
