import { isRecord } from '../../core/json.ts';
import { defineLab, type Verdict } from '../../core/lab.ts';
import { pythonBench } from '../../python/bench.ts';
import type { PythonEvent } from '../../python/bench-event.ts';
import type { PythonState, Run } from '../../python/state.ts';
import { foundBy, isAsRun, lastRun, stdoutOf } from '../../python/tellings.ts';

const REPORT = 'weather/report.py';
const STATIONS = 'weather/lib/stations.py';
const WRECK = 'import sys\n\nsys.path = ["lib"]\n\n';
const WORK = `import csv
import stations

with open("rain.csv", newline="") as file:
    for row in csv.DictReader(file):
        print(stations.NAMES[row["station"]], row["mm"])
`;
const PRINTED = 'Bergen 12.5\nLima 0.2\n';
const APPEND = 'sys.path.append("lib")';
const WHOLE = 'import os\nsys.path.append(os.path.join(os.path.dirname(__file__), "lib"))';

/** The list as the program left it, and which of its two modules are loaded. */
const PROBE = `
import sys
{
    "path": [str(place) for place in sys.path],
    "loaded": [name for name in ("csv", "stations") if name in sys.modules],
}
`;

function foundIn({ record }: Run, what: 'path' | 'loaded'): readonly string[] {
  const found = foundBy(record);
  const list = isRecord(found) ? found[what] : undefined;
  return Array.isArray(list) ? list.map(String) : [];
}

const pathAfter = (run: Run): readonly string[] => foundIn(run, 'path');

const startsWhereYouAre = (place: string): boolean => !place.startsWith('/');

/** The module that Python did not find, if that is how the run ended. */
const missingIn = ({ record: { ending } }: Run): string | undefined =>
  ending.type === 'raised' && ending.name === 'ModuleNotFoundError'
    ? /'(.+)'/.exec(ending.message)?.[1]
    : undefined;

const isAsItCame = ({ step }: Run): boolean => step.files[REPORT] === WRECK + WORK;

/** Do both imports work, and is the report printed? */
function reportsRain(state: PythonState): Verdict {
  const run = lastRun(state, REPORT);
  if (!run || !isAsRun(state, run)) return { ok: false, why: 'not-run' };
  const missing = missingIn(run);
  if (missing === 'stations') {
    const place = pathAfter(run).find(startsWhereYouAre);
    return place === undefined
      ? { ok: false, why: 'no-folder' }
      : { ok: false, why: 'where-you-are', with: { place } };
  }
  if (missing !== undefined) return { ok: false, why: 'no-library', with: { module: missing } };
  const { ending } = run.record;
  if (ending.type === 'raised')
    return { ok: false, why: 'stops', with: { error: `${ending.name}: ${ending.message}` } };
  return stdoutOf(run.record) === PRINTED ? { ok: true } : { ok: false, why: 'no-report' };
}

function fromAnywhere(state: PythonState): Verdict {
  const reports = reportsRain(state);
  if (!reports.ok) return { ok: false, why: 'not-yet' };
  const run = lastRun(state, REPORT);
  const place = run && pathAfter(run).find(startsWhereYouAre);
  return place === undefined ? { ok: true } : { ok: false, why: 'from-here', with: { place } };
}

const ran: PythonEvent = { type: 'ran', what: { type: 'file', path: REPORT } };
const wrote = (text: string): PythonEvent => ({ type: 'wrote', path: REPORT, text });
const withPath = (line: string): PythonEvent => wrote(`import sys\n\n${line}\n\n${WORK}`);
const beside: PythonEvent = { type: 'renamed', from: STATIONS, to: 'weather/stations.py' };

export default defineLab({
  id: 'wrecked-path',
  edition: 1,
  engine: pythonBench,
  setup: {
    shape: 'files',
    files: {
      'rain.csv': 'station,mm\nBGO,12.5\nLIM,0.2\n',
      [STATIONS]: 'NAMES = {"BGO": "Bergen", "LIM": "Lima"}\n',
      [REPORT]: WRECK + WORK,
    },
    cells: [],
    main: REPORT,
    wheels: [],
    probe: PROBE,
    suggested: [
      { type: 'text', text: APPEND, instead: { where: REPORT, of: 'sys.path = ["lib"]' } },
      { type: 'text', text: WHOLE, instead: { where: REPORT, of: 'sys.path = ["lib"]' } },
      {
        type: 'text',
        text: 'import csv\n',
        instead: { where: REPORT, of: `${WRECK}import csv\n` },
      },
      { type: 'move', move: beside },
    ],
    goal(state) {
      const run = lastRun(state, REPORT);
      const row = (module: string) => {
        const isLoaded = run && foundIn(run, 'loaded').includes(module);
        return {
          what: `import ${module}`,
          wanted: { word: 'python.goal.loaded' },
          now: { word: isLoaded ? 'python.goal.loaded' : 'python.goal.nothing' },
          met: isLoaded,
        };
      };
      return [
        row('csv'),
        row('stations'),
        {
          what: 'sys.path',
          wanted: '/…',
          now: run ? pathAfter(run).join(', ') : { word: 'python.goal.nothing' },
          met: run && !pathAfter(run).some(startsWhereYouAre),
        },
      ];
    },
  },
  prediction: {
    options: ['runs', 'no-csv', 'no-stations'],
    isRevealed: ({ runs }) => runs.some(isAsItCame),
    answer(_setup, { runs }) {
      const run = runs.find(isAsItCame);
      const missing = run && missingIn(run);
      return missing === undefined ? 'runs' : `no-${missing}`;
    },
  },
  tasks: [
    {
      id: 'look',
      check({ runs }) {
        if (runs.some((run) => missingIn(run) === 'csv')) return { ok: true };
        return { ok: false, why: runs.length === 0 ? 'not-run' : 'mended-first' };
      },
    },
    { id: 'report', check: reportsRain },
    { id: 'anywhere', check: fromAnywhere },
  ],
  hints: [
    { id: 'thrown-away', after: 'no-library' },
    { id: 'here', after: 'where-you-are' },
    { id: 'beside', after: 'from-here' },
    { id: 'the-move' },
  ],
  solutions: [
    { route: 'beside', events: [ran, beside, wrote(WORK), ran] },
    { route: 'whole-path', events: [ran, withPath(WHOLE), ran] },
  ],
  nearMisses: [
    { events: [wrote(WORK), ran], task: 'look', why: 'mended-first' },
    { events: [ran, withPath(APPEND)], task: 'report', why: 'not-run' },
    { events: [ran, withPath(APPEND), ran], task: 'report', why: 'where-you-are' },
    {
      events: [ran, { type: 'renamed', from: STATIONS, to: 'stations.py' }, wrote(WORK), ran],
      task: 'report',
      why: 'no-folder',
    },
    {
      events: [ran, withPath('sys.path = ["/home/ada/weather/lib"]'), ran],
      task: 'report',
      why: 'no-library',
    },
    {
      events: [ran, beside, wrote(WORK), { type: 'removed', path: 'rain.csv' }, ran],
      task: 'report',
      why: 'stops',
    },
    {
      events: [ran, beside, wrote('import csv\nimport stations\n'), ran],
      task: 'report',
      why: 'no-report',
    },
    {
      events: [ran, withPath('sys.path.append("weather/lib")'), ran],
      task: 'anywhere',
      why: 'from-here',
    },
    { events: [ran, beside, ran], task: 'anywhere', why: 'not-yet' },
  ],
});
