import { isRecord } from '../../core/json.ts';
import { defineLab, type Verdict } from '../../core/lab.ts';
import { pythonBench } from '../../python/bench.ts';
import type { PythonEvent } from '../../python/bench-event.ts';
import type { PythonState, Run } from '../../python/state.ts';
import { foundBy, lastRun, valueOf } from '../../python/tellings.ts';

const RELEASES = ['2.6.0', '2.5.1+cu124', '2.10.0', '2.5.1', '2.6.0rc1', '2.5.1+cpu', '2.5.0'];
const BUILDS = ['2.5.1', '2.5.1+cpu', '2.5.1+cu124'];
const BUILD = '2.5.1+cu124';
const CANDIDATE = '2.6.0rc1';

const SHELF = `from packaging.specifiers import SpecifierSet
from packaging.version import Version

RELEASES = ${JSON.stringify(RELEASES).replaceAll(',', ', ')}
`;

/** The order of the standard, and which releases the learner's `spec` lets in, as the library says. */
const PROBE = `
import __main__
from packaging.specifiers import SpecifierSet
from packaging.version import Version
releases = sorted(${JSON.stringify(RELEASES)}, key=Version)
spec = getattr(__main__, "spec", None)
{
    "order": releases,
    "spec": repr(spec),
    "in": list(spec.filter(releases)) if isinstance(spec, SpecifierSet) else None,
}
`;

interface Found {
  readonly order: readonly string[];
  readonly spec: string;
  /** Undefined: `spec` is no specifier. */
  readonly admitted: readonly string[] | undefined;
}

function foundIn(run: Run | undefined): Found | undefined {
  const found = run && foundBy(run.record);
  if (!isRecord(found) || !Array.isArray(found['order'])) return undefined;
  const { order, spec } = found;
  const admitted = Array.isArray(found['in']) ? found['in'].map(String) : undefined;
  return { order: order.map(String), spec: String(spec), admitted };
}

const admittedBy = (run: Run | undefined): readonly string[] => foundIn(run)?.admitted ?? [];

const same = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

/** The versions in a list that was shown, be they text or `Version`. */
const shownIn = ({ record }: Run): readonly string[] =>
  [...(valueOf(record) ?? '').matchAll(/'([^']+)'/g)].map(([, version = '']) => version);

function inOrder(state: PythonState): Verdict {
  const isRight = (run: Run): boolean => same(shownIn(run), foundIn(run)?.order ?? []);
  if (state.runs.some((run) => shownIn(run).length > 0 && isRight(run))) return { ok: true };
  const run = lastRun(state);
  if (!run) return { ok: false, why: 'nothing-yet' };
  const { ending } = run.record;
  if (ending.type === 'raised')
    return { ok: false, why: 'stops', with: { error: `${ending.name}: ${ending.message}` } };
  const shown = shownIn(run);
  if (same(shown, [...shown].sort()) && shown.length > 1) return { ok: false, why: 'as-text' };
  if (same(shown.toReversed(), foundIn(run)?.order ?? [])) return { ok: false, why: 'backwards' };
  return { ok: false, why: 'not-shown' };
}

/** A check whether `spec` lets in what it should, and nothing that it should not. */
const lets =
  (wanted: readonly string[], others: boolean) =>
  (state: PythonState): Verdict => {
    const run = lastRun(state);
    const { ending } = run?.record ?? {};
    if (ending?.type === 'raised')
      return { ok: false, why: 'stops', with: { error: `${ending.name}: ${ending.message}` } };
    const found = foundIn(run);
    if (!found || found.spec === 'None') return { ok: false, why: 'no-spec' };
    if (!found.admitted) return { ok: false, why: 'no-specifier', with: { spec: found.spec } };
    const { admitted } = found;
    const missing = wanted.filter((version) => !admitted.includes(version));
    const extra = others ? [] : admitted.filter((version) => !wanted.includes(version));
    if (missing.length > 0)
      return { ok: false, why: 'shuts-out', with: { missing: missing.join(', ') } };
    if (extra.length > 0) return { ok: false, why: 'lets-in', with: { extra: extra.join(', ') } };
    return { ok: true };
  };

interface Want {
  readonly wanted: string;
  readonly check: (state: PythonState) => Verdict;
}

const anyBuild: Want = { wanted: BUILDS.join(', '), check: lets(BUILDS, false) };
const oneBuild: Want = { wanted: BUILD, check: lets([BUILD], false) };
const candidate: Want = { wanted: `${CANDIDATE}, …`, check: lets([CANDIDATE], true) };

/** What is wanted of `spec` next: the first that no run has met. */
function nextWant(state: PythonState): Want {
  const wasMet = ({ check }: Want): boolean =>
    state.runs.some((run) => check({ ...state, runs: [run] }).ok);
  return [anyBuild, oneBuild].find((want) => !wasMet(want)) ?? candidate;
}

const line = (text: string): PythonEvent => ({ type: 'ran', what: { type: 'line', text } });
const spec = (text: string): PythonEvent => line(`spec = SpecifierSet("${text}")`);
const begin = line('from shelf import *');
const sorted = line('sorted(RELEASES, key=Version)');

const isAsked = (run: Run): boolean => foundIn(run)?.spec === "<SpecifierSet('==2.5.1')>";

export default defineLab({
  id: 'ask-packaging',
  edition: 1,
  engine: pythonBench,
  setup: {
    shape: 'console',
    files: { 'shelf.py': SHELF },
    cells: [],
    wheels: ['packaging-26.3-py3-none-any.whl'],
    probe: PROBE,
    suggested: [
      { type: 'text', text: 'from shelf import *' },
      { type: 'text', text: 'RELEASES' },
      { type: 'text', text: 'sorted(RELEASES, key=Version)' },
      { type: 'text', text: 'spec = SpecifierSet("==2.5.1")' },
      { type: 'text', text: 'list(spec.filter(RELEASES))' },
    ],
    goal(state) {
      const { wanted, check } = nextWant(state);
      const admitted = foundIn(lastRun(state))?.admitted;
      return [
        {
          what: 'spec.filter(RELEASES)',
          wanted,
          now: admitted ? admitted.join(', ') || '–' : { word: 'python.goal.nothing' },
          met: admitted && check(state).ok,
        },
      ];
    },
  },
  prediction: {
    options: ['one', 'builds', 'series'],
    isRevealed: ({ runs }) => runs.some(isAsked),
    answer(_setup, { runs }) {
      const admitted = admittedBy(runs.find(isAsked));
      if (same(admitted, BUILDS)) return 'builds';
      return admitted.length === 1 ? 'one' : 'series';
    },
  },
  tasks: [
    { id: 'order', check: inOrder },
    { id: 'builds', check: anyBuild.check },
    { id: 'build', check: oneBuild.check },
    { id: 'candidate', check: candidate.check },
  ],
  hints: [
    { id: 'key', after: 'as-text' },
    { id: 'local', after: 'lets-in' },
    { id: 'named', after: 'shuts-out' },
    { id: 'the-move' },
  ],
  solutions: [
    {
      route: 'equals',
      events: [begin, sorted, spec('==2.5.1'), spec(`==${BUILD}`), spec(`>=${CANDIDATE}`)],
    },
    {
      route: 'other-signs',
      events: [
        begin,
        line('list(map(str, sorted(map(Version, RELEASES))))'),
        spec('==2.5.1'),
        spec('~=2.5.1'),
        spec(`===${BUILD}`),
        spec(`==${CANDIDATE}`),
      ],
    },
  ],
  nearMisses: [
    { events: [sorted], task: 'order', why: 'stops' },
    { events: [begin, line('sorted(RELEASES)')], task: 'order', why: 'as-text' },
    {
      events: [begin, line('sorted(RELEASES, key=Version, reverse=True)')],
      task: 'order',
      why: 'backwards',
    },
    { events: [begin, line('max(RELEASES, key=Version)')], task: 'order', why: 'not-shown' },
    { events: [begin, sorted, line('"==2.5.1"')], task: 'builds', why: 'no-spec' },
    { events: [begin, sorted, line('spec = "==2.5.1"')], task: 'builds', why: 'no-specifier' },
    { events: [begin, sorted, spec('^2.5.1')], task: 'builds', why: 'stops' },
    { events: [begin, sorted, spec('>=2.5.1')], task: 'builds', why: 'lets-in' },
    { events: [begin, sorted, spec('==2.5.1+cpu')], task: 'builds', why: 'shuts-out' },
    { events: [begin, sorted, spec('==2.5.1'), spec('==2.5.1')], task: 'build', why: 'lets-in' },
    { events: [begin, sorted, spec('>2.5.1,<2.6')], task: 'build', why: 'shuts-out' },
    { events: [begin, sorted, spec('>=2.6')], task: 'candidate', why: 'shuts-out' },
  ],
});
