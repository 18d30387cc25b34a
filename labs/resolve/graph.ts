// Who asked for what at one moment, as a transit map: every project is a station on a row of its own,
// and everything that one project asks for is one line, which runs down a lane and stops where it asks.

import { contains } from '../packaging/specifier.ts';
import type { Moment } from './moment.ts';
import { edgesBy, followLines, layerStations } from './graph-layers.ts';
import type { AnyCandidate, Cause } from './types.ts';

/** The station at which the reader's own lines begin; no project has this name. */
export const FILE = '';

/** A project on the map. Rows and lanes count from 0, at the top and at the left. */
export interface Station {
  readonly project: string;
  readonly version: string | undefined;
  /** Pinned, waiting, or where the lines of a conflict cannot meet. */
  readonly mark: 'chosen' | 'asked' | 'refused';
  /** How many steps it is below the file. */
  readonly layer: number;
  readonly row: number;
  readonly lane: number;
  /** Asks that are made of it, all of one asker in one. */
  readonly askedBy: readonly Stop[];
}

/** Where the line of one project stops at another: what it asks for there. */
export interface Stop {
  readonly from: string;
  readonly to: string;
  readonly causes: readonly Cause[];
  /** The line cannot meet the others there: it has a part in the conflict of the moment, or the pin
   * is none that it asks for (legacy pip did not look). */
  readonly isRefused: boolean;
}

/** The whole map, or the part of it around one project. */
export interface Graph {
  readonly stations: readonly Station[];
  readonly lanes: number;
  /** How many stations there are without the choice of a part. */
  readonly of: number;
}

/** More stations than this are too many to see: only those above and below the focus are shown. */
export const MOST_STATIONS = 40;

/** The map of a moment around `focus`. */
export function momentToGraph(moment: Moment, focus: string | undefined): Graph {
  const pins = new Map([...moment.pins.values()].map((pin) => [pin.project, pin]));
  const conflict = causesOf(moment);
  const unmet = new Set(conflict.map(({ requirement }) => requirement.project));
  const stops = stopsOf(moment.asked, conflict, pins);
  const all = namesOf(stops);
  const shown = shownOf(all, focus, stops);
  const kept = stops.filter(({ from, to }) => shown.has(from) && shown.has(to));
  const rows = layerStations(
    all.filter((name) => shown.has(name)),
    kept,
  );
  const lanes = lanesOf(
    rows.map(({ name }) => name),
    kept,
  );
  const asked = edgesBy('to', kept);
  const stations = rows.map(({ name, layer }, row): Station => {
    const askedBy = asked.get(name) ?? [];
    const pin = pins.get(name);
    return {
      project: name,
      version: pin?.version.text,
      mark: unmet.has(name) ? 'refused' : pin || name === FILE ? 'chosen' : 'asked',
      layer,
      row,
      lane: lanes.get(name) ?? 0,
      askedBy,
    };
  });
  return { stations, lanes: Math.max(0, ...lanes.values()) + 1, of: all.length };
}

function shownOf(
  all: readonly string[],
  focus: string | undefined,
  stops: readonly Stop[],
): ReadonlySet<string> {
  if (all.length <= MOST_STATIONS) return new Set(all);
  if (focus === undefined || !all.includes(focus)) return new Set(all.slice(0, MOST_STATIONS));
  return new Set([...followLines(focus, stops, 'up'), ...followLines(focus, stops, 'down')]);
}

const causesOf = ({ step }: Moment): readonly Cause[] =>
  step && 'causes' in step ? step.causes : [];

function stopsOf(
  asked: readonly Cause[],
  conflict: readonly Cause[],
  pins: ReadonlyMap<string, AnyCandidate>,
): readonly Stop[] {
  const stops = new Map<string, Stop>();
  const add = (cause: Cause, isInConflict: boolean): void => {
    const { requirement, parent } = cause;
    const from = parent?.project ?? FILE;
    // Extras ask for their own project, and everybody asks for Python: neither leads anywhere.
    if (requirement.kind !== 'specifier' || requirement.project === from) return;
    const { project: to, specifier } = requirement;
    const pin = pins.get(to);
    const isMet = pin === undefined || contains(specifier, pin.version, { prereleases: true });
    const known = stops.get(`${from} ${to}`);
    const causes = known?.causes ?? [];
    stops.set(`${from} ${to}`, {
      from,
      to,
      causes: causes.some((each) => isSame(each, cause)) ? causes : [...causes, cause],
      isRefused: isInConflict || !isMet || known?.isRefused === true,
    });
  };
  for (const cause of asked) add(cause, false);
  for (const cause of conflict) add(cause, true);
  return [...stops.values()];
}

const isSame = (a: Cause, b: Cause): boolean =>
  a.parent === b.parent &&
  a.requirement.kind === 'specifier' &&
  b.requirement.kind === 'specifier' &&
  a.requirement.name === b.requirement.name &&
  a.requirement.specifier.text === b.requirement.specifier.text;

function namesOf(stops: readonly Stop[]): string[] {
  const names = new Set(stops.flatMap(({ from, to }) => [from, to]));
  names.delete(FILE);
  return names.size === 0 ? [] : [FILE, ...names];
}

/** A lane for every line, none shared by two that run side by side; a project that asks for nothing
 * stands on the lane of the first that asks for it. */
function lanesOf(rows: readonly string[], stops: readonly Stop[]): ReadonlyMap<string, number> {
  const rowOf = new Map(rows.map((name, row) => [name, row]));
  const at = (name: string): number => rowOf.get(name) ?? 0;
  const below = edgesBy('from', stops);
  const above = edgesBy('to', stops);
  const spans = rows.flatMap((name) => {
    const ends = (below.get(name) ?? []).map(({ to }) => at(to));
    const own = at(name);
    return ends.length === 0
      ? []
      : [{ name, own, start: Math.min(own, ...ends), end: Math.max(own, ...ends) }];
  });
  const lanes = new Map<string, number>();
  const taken: number[] = [];
  for (const { name, own, start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    // A line may go on where another ends, if it begins at that very station.
    const free = taken.findIndex((last) => last < start || (last === start && start === own));
    const lane = free < 0 ? taken.length : free;
    taken[lane] = end;
    lanes.set(name, lane);
  }
  for (const name of rows) {
    if (lanes.has(name)) continue;
    const [first] = (above.get(name) ?? []).toSorted((a, b) => at(a.from) - at(b.from));
    lanes.set(name, first === undefined ? 0 : (lanes.get(first.from) ?? 0));
  }
  return lanes;
}
