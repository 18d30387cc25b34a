import { defineLab, type Verdict } from '../../core/lab.ts';
import { pythonBench } from '../../python/bench.ts';
import type { PythonEvent } from '../../python/bench-event.ts';
import { bodyOf } from '../../python/disk.ts';
import type { Output } from '../../python/run.ts';
import type { PythonState, Run } from '../../python/state.ts';
import { exitCode } from '../../python/tellings.ts';
import { ANEW, ATTEMPT, FILES, INSTALL, MAKE, MISTAKES } from './files.ts';
import { foundIn, INFO, NEEDED, PAGE, PROBE, SHELF, WHEEL, wheelsOn } from './shelf.ts';

const UNPACKED = 'installed/';

const printedBy = ({ record }: Run): string => record.outputs.map(textOf).join('');
const textOf = (output: Output): string => (output.type === 'text' ? output.text : '');

const runsOfPip = ({ runs }: PythonState): readonly Run[] =>
  runs.filter(({ step }) => step.what.type === 'file' && step.what.path === INSTALL);

/** Did pip meet the wheel as Mei had called it? */
const metAttempt = ({ step }: Run): boolean =>
  Object.keys(step.files).some((path) => path.startsWith(`${SHELF}mei-dice-`));

const ERROR = /^ERROR: (.+)$/m;

function isWhole(state: PythonState): Verdict {
  const wheels = wheelsOn(state);
  if (!wheels.includes(WHEEL)) {
    const [file] = wheels;
    return file === undefined
      ? { ok: false, why: 'not-made' }
      : { ok: false, why: 'name', with: { file } };
  }
  const found = foundIn(state);
  if (!found) return { ok: false, why: 'unknown' };
  const missing = NEEDED.find((name) => !found.names.includes(name));
  if (missing !== undefined) return { ok: false, why: 'missing', with: { file: missing } };
  const name = /^Name: *(.*)$/m.exec(found.metadata)?.[1] ?? '';
  if (name.toLowerCase().replaceAll(/[-_.]+/g, '-') !== 'mei-dice')
    return { ok: false, why: 'other-name', with: { name } };
  const [file] = found.differing;
  if (file !== undefined) return { ok: false, why: 'record', with: { file } };
  const page = bodyOf(state.files, PAGE);
  const isLinked = typeof page === 'string' && page.includes(`"${WHEEL}"`);
  return isLinked ? { ok: true } : { ok: false, why: 'no-link' };
}

function isInstalled(state: PythonState): Verdict {
  if (bodyOf(state.files, `${UNPACKED}${INFO}INSTALLER`) !== undefined) return { ok: true };
  const run = runsOfPip(state).at(-1);
  if (!run) return { ok: false, why: 'not-asked' };
  const error = ERROR.exec(printedBy(run))?.[1] ?? '–';
  return { ok: false, why: 'refused', with: { error } };
}

const ran = (path: string): PythonEvent => ({ type: 'ran', what: { type: 'file', path } });
const wrote = (path: string, text: string): PythonEvent => ({ type: 'wrote', path, text });
/** The program with some of its mistakes mended, and run. */
const remade = (...mended: readonly (keyof typeof MISTAKES)[]): readonly PythonEvent[] => {
  const text = mended.reduce(
    (was, what) => was.replace(MISTAKES[what][0], MISTAKES[what][1]),
    ATTEMPT,
  );
  return [wrote(MAKE, text), ran(MAKE)];
};
const refused = [ran(MAKE), ran(INSTALL)];
const LINK = `<a href="${WHEEL}">${WHEEL}</a>\n`;

export default defineLab({
  id: 'own-wheel',
  edition: 1,
  engine: pythonBench,
  setup: {
    shape: 'files',
    files: FILES,
    cells: [],
    wheels: ['pip-26.3-py3-none-any.whl'],
    probe: PROBE,
    suggested: Object.values(MISTAKES).map(([of, text]) => ({
      type: 'text' as const,
      text,
      instead: { where: MAKE, of },
    })),
    goal(state) {
      const found = foundIn(state);
      const wheels = wheelsOn(state);
      return [
        {
          what: SHELF,
          wanted: WHEEL,
          now: wheels.join(', ') || { word: 'python.goal.nothing' },
          met: wheels.length > 0 ? wheels.includes(WHEEL) : undefined,
        },
        {
          what: WHEEL,
          wanted: NEEDED.join(', '),
          now: found?.names.join(', ') ?? { word: 'python.goal.nothing' },
          met: found && NEEDED.every((name) => found.names.includes(name)),
        },
        {
          what: 'RECORD',
          wanted: { word: 'python.goal.allMatch' },
          now: found?.differing.length
            ? { word: 'python.goal.differing', with: { files: found.differing.join(', ') } }
            : { word: found ? 'python.goal.allMatch' : 'python.goal.nothing' },
          met: found && found.differing.length === 0,
        },
        {
          what: UNPACKED,
          wanted: { word: 'python.goal.byPip' },
          now: { word: isInstalled(state).ok ? 'python.goal.byPip' : 'python.goal.nothing' },
          met: isInstalled(state).ok || undefined,
        },
      ];
    },
  },
  prediction: {
    options: ['installs', 'names-it', 'sees-nothing'],
    isRevealed: (state) => runsOfPip(state).some(metAttempt),
    answer(_setup, revealed) {
      const run = runsOfPip(revealed).find(metAttempt);
      if (!run || exitCode(run.record) === 0) return 'installs';
      return printedBy(run).includes('Invalid wheel filename') ? 'names-it' : 'sees-nothing';
    },
  },
  tasks: [
    {
      id: 'refused',
      check(state) {
        if (runsOfPip(state).some(metAttempt)) return { ok: true };
        return { ok: false, why: wheelsOn(state).includes(WHEEL) ? 'mended-first' : 'not-asked' };
      },
    },
    { id: 'wheel', check: isWhole },
    { id: 'installed', check: isInstalled },
  ],
  hints: [
    { id: 'parts', after: 'name' },
    { id: 'how', after: 'missing' },
    { id: 'letters', after: 'record' },
    { id: 'the-move' },
  ],
  solutions: [
    { route: 'mend', events: [...refused, ...remade('name', 'texts', 'hash'), ran(INSTALL)] },
    {
      route: 'anew',
      events: [
        ...refused,
        wrote('zip.py', ANEW),
        ran('zip.py'),
        { type: 'removed', path: `${SHELF}mei-dice-0.1-py3-none-any.whl` },
        { type: 'renamed', from: WHEEL, to: SHELF + WHEEL },
        wrote(PAGE, LINK),
        ran(INSTALL),
      ],
    },
  ],
  nearMisses: [
    { events: remade('name'), task: 'refused', why: 'mended-first' },
    { events: [wrote(MAKE, ANEW)], task: 'refused', why: 'not-asked' },
    { events: [wrote(MAKE, ATTEMPT), wrote('zip.py', ANEW)], task: 'wheel', why: 'not-made' },
    { events: remade('texts'), task: 'wheel', why: 'name' },
    { events: remade('name', 'hash'), task: 'wheel', why: 'missing' },
    { events: remade('name', 'texts'), task: 'wheel', why: 'record' },
    {
      events: [
        wrote('src/METADATA', 'Metadata-Version: 2.4\nName: mei-dices\nVersion: 0.1\n'),
        ...remade('name', 'texts', 'hash'),
      ],
      task: 'wheel',
      why: 'other-name',
    },
    {
      events: [...remade('name', 'texts', 'hash'), { type: 'removed', path: PAGE }],
      task: 'wheel',
      why: 'no-link',
    },
    { events: remade('name', 'texts', 'hash'), task: 'installed', why: 'not-asked' },
    { events: [...refused, ...remade('name')], task: 'installed', why: 'refused' },
  ],
});
