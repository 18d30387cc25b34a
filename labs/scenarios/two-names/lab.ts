import { defineLab, type Verdict } from '../../core/lab.ts';
import { pythonBench } from '../../python/bench.ts';
import type { PythonEvent } from '../../python/bench-event.ts';
import type { PythonState, Run, Said } from '../../python/state.ts';
import { isAsRun, lastRun, stdoutOf, whereOf } from '../../python/tellings.ts';
import { ASK, FILES, LIN, PRINTED, REPORT, REQUIREMENTS } from './files.ts';

const nothing: Said = { word: 'python.goal.nothing' };

/** Runs of the second computer; where a wheel is lacking nothing ran. */
const runsAtLins = ({ runs }: PythonState): readonly Run[] =>
  runs.filter((run) => whereOf(run) === LIN && run.record.ending.type !== 'lacking');

/** Is the second computer still what it was? */
const isLins = ({ step }: Run): boolean => step.files[LIN] === FILES[LIN];

/** The line that pip refused, if that is how the run ended. */
const refusedIn = ({ record }: Run): string | undefined =>
  record.outputs
    .map((each) => (each.type === 'text' ? each.text : ''))
    .join('')
    .match(/No matching distribution found for (.+)/)?.[1];

/** The module that Python did not find, if that is how the run ended. */
const missingIn = ({ record: { ending } }: Run): string | undefined =>
  ending.type === 'raised' && ending.name === 'ModuleNotFoundError'
    ? /'(.+)'/.exec(ending.message)?.[1]
    : undefined;

const errorOf = ({ record: { ending } }: Run): string | undefined =>
  ending.type === 'raised' ? `${ending.name}: ${ending.message}` : undefined;

const isGuess = (run: Run): boolean =>
  whereOf(run) === LIN &&
  isLins(run) &&
  /^dateutil\s*$/m.test(String(run.step.files[REQUIREMENTS]));

const namesIt = (run: Run): boolean =>
  whereOf(run) !== LIN && /python[-_]dateutil/i.test(stdoutOf(run.record));

function see(state: PythonState): Verdict {
  const atLins = runsAtLins(state);
  if (atLins.some((run) => missingIn(run) === 'dateutil')) return { ok: true };
  if (atLins.length > 0) return { ok: false, why: 'mended-first' };
  return { ok: false, why: lastRun(state, REPORT) ? 'on-adas' : 'not-run' };
}

function ask({ runs }: PythonState): Verdict {
  if (runs.some(namesIt)) return { ok: true };
  const run = runs.findLast((each) => whereOf(each) !== LIN && whereOf(each) !== REPORT);
  if (!run) return { ok: false, why: 'not-asked' };
  const module = missingIn(run);
  if (module !== undefined) return { ok: false, why: 'no-module', with: { module } };
  const error = errorOf(run);
  if (error?.startsWith('KeyError')) return { ok: false, why: 'other-way' };
  if (error !== undefined) return { ok: false, why: 'stops', with: { error } };
  return { ok: false, why: 'not-said' };
}

function mend(state: PythonState): Verdict {
  const run = runsAtLins(state).at(-1);
  if (!run || !isAsRun(state, run)) return { ok: false, why: 'not-run' };
  if (!isLins(run)) return { ok: false, why: 'other-computer' };
  const line = refusedIn(run);
  if (line !== undefined) return { ok: false, why: 'no-project', with: { line } };
  const module = missingIn(run);
  if (module !== undefined) return { ok: false, why: 'still-missing', with: { module } };
  const error = errorOf(run);
  if (error !== undefined) return { ok: false, why: 'stops', with: { error } };
  return stdoutOf(run.record).includes(PRINTED) ? { ok: true } : { ok: false, why: 'no-report' };
}

/** What was seen on Lin's computer last: what pip said, and what came of the report. */
function seenAtLins(state: PythonState): { pip: Said; report: Said } {
  const run = runsAtLins(state).at(-1);
  if (!run) return { pip: nothing, report: nothing };
  const refused = refusedIn(run);
  if (refused !== undefined)
    return { pip: `No matching distribution found for ${refused}`, report: nothing };
  const printed = stdoutOf(run.record).trimEnd().split('\n').at(-1) ?? '';
  return { pip: '0', report: errorOf(run) ?? printed };
}

const ran = (path: string): PythonEvent => ({ type: 'ran', what: { type: 'file', path } });
const wrote = (path: string, text: string): PythonEvent => ({ type: 'wrote', path, text });
const required = (...lines: readonly string[]): PythonEvent =>
  wrote(REQUIREMENTS, lines.map((line) => `${line}\n`).join(''));
const asked = (line: string): readonly PythonEvent[] => [
  wrote(ASK, `${FILES[ASK]}${line}\n`),
  ran(ASK),
];
const guessed = [ran(LIN), required('humanize', 'dateutil'), ran(LIN)];

const LIST = 'print(packages_distributions())';
const RECORD = 'print(*distribution("six").files, sep="\\n")';

export default defineLab({
  id: 'two-names',
  edition: 1,
  engine: pythonBench,
  setup: {
    shape: 'files',
    files: FILES,
    cells: [],
    wheels: [
      'six-1.17.0-py2.py3-none-any.whl',
      'python_dateutil-2.9.0.post0-py2.py3-none-any.whl',
      'humanize-4.17.0-py3-none-any.whl',
    ],
    suggested: [
      { type: 'line', text: 'dateutil' },
      { type: 'line', text: LIST },
      { type: 'line', text: RECORD },
    ],
    goal(state) {
      const { pip, report } = seenAtLins(state);
      const run = runsAtLins(state).at(-1);
      return [
        {
          what: 'Lin: pip install -r requirements.txt',
          wanted: '0',
          now: pip,
          met: run && pip === '0',
        },
        {
          what: 'Lin: python report.py',
          wanted: PRINTED,
          now: report,
          met: report === nothing ? undefined : report === PRINTED,
        },
      ];
    },
  },
  prediction: {
    options: ['installs', 'none', 'other'],
    isRevealed: ({ runs }) => runs.some(isGuess),
    answer(_setup, { runs }) {
      const run = runs.find(isGuess);
      if (!run || refusedIn(run) !== undefined) return 'none';
      return missingIn(run) === undefined ? 'installs' : 'other';
    },
  },
  tasks: [
    { id: 'see', check: see },
    { id: 'ask', check: ask },
    { id: 'mend', check: mend },
  ],
  hints: [
    { id: 'two-lists', after: 'no-project' },
    { id: 'who-has-it', after: 'not-asked' },
    { id: 'which-way', after: 'other-way' },
    { id: 'the-move' },
  ],
  solutions: [
    {
      route: 'the-list',
      events: [...guessed, ...asked(LIST), required('humanize', 'python-dateutil'), ran(LIN)],
    },
    {
      route: 'the-record',
      events: [
        ...guessed,
        ...asked('import dateutil, os\nprint(os.listdir(dateutil.__path__[0] + "/.."))'),
        required('humanize', 'python-dateutil==2.9.0.post0'),
        ran(LIN),
      ],
    },
  ],
  nearMisses: [
    { events: [ran(REPORT)], task: 'see', why: 'on-adas' },
    {
      events: [required('humanize', 'python-dateutil'), ran(LIN)],
      task: 'see',
      why: 'mended-first',
    },
    { events: [ran(LIN), ...asked('import python_dateutil')], task: 'ask', why: 'no-module' },
    {
      events: [ran(LIN), ...asked('print(packages_distributions()["python-dateutil"])')],
      task: 'ask',
      why: 'other-way',
    },
    { events: [ran(LIN), ...asked(RECORD)], task: 'ask', why: 'not-said' },
    { events: [...guessed, required('humanize')], task: 'mend', why: 'not-run' },
    { events: [...guessed, ran(REPORT)], task: 'mend', why: 'no-project' },
    {
      events: [...guessed, required('humanize', 'six'), ran(LIN)],
      task: 'mend',
      why: 'still-missing',
    },
    {
      events: [...guessed, wrote(LIN, 'import report\n'), ran(LIN)],
      task: 'mend',
      why: 'other-computer',
    },
  ],
});
