import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FILE, momentToGraph, MOST_STATIONS, type Graph } from './graph.ts';
import { layerStations } from './graph-layers.ts';
import { lastConflict, momentsOf } from './moment.ts';
import { resolveLegacy } from './pip-legacy.ts';
import { resolvePip } from './pip.ts';
import { drain } from './run.ts';
import { fixturePages, fixtureRequest, type UniverseFixture } from './universe.fixture.ts';

function runOf(universe: UniverseFixture, lines: readonly string[]) {
  const pages = fixturePages(universe);
  const run = drain(resolvePip(fixtureRequest(lines)), (project) => pages.get(project));
  return { ...run, momentAt: momentsOf(run.steps) };
}

const rowsOf = ({ stations }: Graph) =>
  stations.map(({ project, mark, layer, row, lane, askedBy }) => [
    row,
    lane,
    layer,
    project,
    mark,
    askedBy.map(({ from, isRefused }) => (isRefused ? `${from} x` : from)),
  ]);

const TENSOR: UniverseFixture = {
  tensor: { '2.13': ['typing<4.6', 'numpy'] },
  dantic: { '2.0': ['core==2.0'] },
  core: { '2.0': ['typing>=4.6'] },
  numpy: { '1.0': [] },
  typing: { '4.5': [], '4.6': [] },
};

describe('the map of who asked for what', () => {
  it('lays a conflict out: askers above asked, a lane a line, and where the lines cannot meet', () => {
    const { steps, momentAt } = runOf(TENSOR, ['tensor', 'dantic']);
    const at = lastConflict(steps);
    assert.ok(at !== undefined);
    assert.deepEqual(rowsOf(momentToGraph(momentAt(at), undefined)), [
      [0, 0, 0, FILE, 'chosen', []],
      [1, 1, 1, 'tensor', 'chosen', [FILE]],
      [2, 0, 1, 'dantic', 'chosen', [FILE]],
      [3, 1, 2, 'numpy', 'asked', ['tensor']],
      [4, 0, 2, 'core', 'asked', ['dantic']],
      [5, 1, 3, 'typing', 'refused', ['tensor x', 'core x']],
    ]);
  });

  it('ends a line of legacy pip before the pin that it does not admit', () => {
    const pages = fixturePages(TENSOR);
    const request = fixtureRequest(['tensor', 'dantic']);
    const { steps } = drain(resolveLegacy(request), (project) => pages.get(project));
    assert.deepEqual(rowsOf(momentToGraph(momentsOf(steps)(steps.length), undefined)).at(-1), [
      5,
      1,
      3,
      'typing',
      'chosen',
      ['tensor', 'core x'],
    ]);
  });

  it('is empty before the first step', () => {
    const { momentAt } = runOf(TENSOR, ['tensor']);
    assert.deepEqual(momentToGraph(momentAt(0), undefined), { stations: [], lanes: 1, of: 0 });
  });

  it('no two lines share a lane on the same row, and a station on a lane is a stop of its line', () => {
    const universe: Record<string, Record<string, string[]>> = {};
    for (let i = 0; i < 30; i++)
      universe[`p${i}`] = { '1.0': [i * 2 + 1, i * 2 + 2, i + 7].map((n) => `p${n % 30}`) };
    const { steps, momentAt } = runOf(universe, ['p0', 'p3']);
    const { stations } = momentToGraph(momentAt(steps.length), undefined);
    assert.equal(stations.length, 31);
    const rowOf = new Map(stations.map(({ project, row }) => [project, row]));
    for (const line of stations) {
      const stops = stations.filter(({ askedBy }) =>
        askedBy.some(({ from }) => from === line.project),
      );
      const rows = stops.map(({ row }) => row);
      const [top, end] = [Math.min(line.row, ...rows), Math.max(line.row, ...rows)];
      const onLane = stations.filter(
        ({ lane, row }) => lane === line.lane && row > top && row < end && row !== line.row,
      );
      for (const station of onLane)
        assert.ok(
          station.askedBy.some(({ from }) => from === line.project),
          `${station.project} (row ${rowOf.get(station.project)}) stands on the line of ${line.project}`,
        );
    }
  });

  it('shows what is above and below the focus when there are too many stations', () => {
    const universe: Record<string, Record<string, string[]>> = { leaf: { '1.0': [] } };
    const names = Array.from({ length: 60 }, (_, i) => `p${i}`);
    for (const name of names) universe[name] = { '1.0': name === 'p7' ? ['leaf'] : [] };
    const { steps, momentAt } = runOf(universe, names);
    const moment = momentAt(steps.length);
    const graph = momentToGraph(moment, 'leaf');
    assert.deepEqual(
      graph.stations.map(({ project }) => project),
      [FILE, 'p7', 'leaf'],
    );
    assert.equal(graph.of, 62);
    assert.equal(momentToGraph(moment, undefined).stations.length, MOST_STATIONS);
  });
});

describe('layers', () => {
  it('stand a circle on its head at one place only, and never hang', () => {
    const edges = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
      ['c', 'd'],
    ].map(([from = '', to = '']) => ({ from, to }));
    assert.deepEqual(layerStations(['a', 'b', 'c', 'd'], edges), [
      { name: 'a', layer: 0 },
      { name: 'b', layer: 1 },
      { name: 'c', layer: 2 },
      { name: 'd', layer: 3 },
    ]);
  });

  it('take a chain of 20,000 without a deep call', () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `n${i}`);
    const edges = names.slice(1).map((to, i) => ({ from: `n${i}`, to }));
    assert.equal(layerStations(names, edges).at(-1)?.layer, 19_999);
  });
});
