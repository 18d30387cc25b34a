// For lines without which the file can be installed: how little of each must change.

import type { Asking } from '../asking.ts';
import { prove } from '../explain/minimal-lines.ts';
import { pageOf, type Library } from '../explain/narrow.ts';
import { trapOf } from '../explain/trap-names.ts';
import type { Work } from '../solving.ts';
import type { Candidate, Request, RootLine } from '../types.ts';
import { bareLine, isExact, openedLine, renamedLine, widenedLine } from './change-line.ts';
import { isHarsher, type Fix, type FixKind, type LineChange } from './fix.ts';
import { neighboursOf } from './nearest-versions.ts';
import { pinsOf, withLines } from './solved-again.ts';

/** So many versions of one project are tried, and what it costs to do without a line. */
const MOST_TRIED = 60;
const DROPPED = 1_000;

interface Mended {
  readonly line: RootLine;
  readonly to: RootLine | undefined;
  readonly kind: FixKind;
  readonly distance: number;
  /** Whether it goes to newer versions. */
  readonly isNewer: boolean;
}

/** The fixes that change exactly these lines, each as little as lets the others stand. */
export function* mendLines(
  request: Request,
  cut: readonly RootLine[],
  library: Library,
  work: Work,
): Asking<readonly Fix[]> {
  const fixes: Fix[] = [];
  const [only] = cut;
  const choices =
    cut.length === 1 && only !== undefined
      ? yield* waysFor(request, only, new Map(), library, work)
      : [];
  for (const way of choices) fixes.push(...(yield* verified(request, [way], work)));
  if (cut.length > 1) {
    const names = namesMeantBy(cut);
    const renamed = yield* mendTogether(request, cut, names, library, work);
    fixes.push(...(yield* verified(request, renamed, work)));
    if (fixes.length === 0 && names.size > 0) {
      const mended = yield* mendTogether(request, cut, new Map(), library, work);
      fixes.push(...(yield* verified(request, mended, work)));
    }
  }
  if (!fixes.some(({ change }) => change.every(({ to }) => to === undefined)))
    fixes.push(...(yield* verified(request, cut.map(dropped), work)));
  return fixes;
}

const dropped = (line: RootLine): Mended => ({
  line,
  to: undefined,
  kind: 'drop',
  distance: DROPPED,
  isNewer: false,
});

/** Lines with a trap name, under the name that was meant. */
function namesMeantBy(lines: readonly RootLine[]): ReadonlyMap<RootLine, RootLine> {
  const names = new Map<RootLine, RootLine>();
  for (const line of lines) {
    const name = trapOf(line.requirement.project)?.instead;
    const to = name === undefined ? undefined : renamedLine(line, name);
    if (to !== undefined) names.set(line, to);
  }
  return names;
}

/** One line after the other, the others without bounds until it is their turn; some get another name instead. */
function* mendTogether(
  request: Request,
  cut: readonly RootLine[],
  names: ReadonlyMap<RootLine, RootLine>,
  library: Library,
  work: Work,
): Asking<readonly Mended[]> {
  const changes = new Map<RootLine, RootLine | undefined>(
    cut.map((line) => [line, names.get(line) ?? bareLine(line)]),
  );
  const mended: Mended[] = [];
  for (const line of cut) {
    const to = names.get(line);
    if (to !== undefined) {
      mended.push({ line, to, kind: 'rename', distance: 0, isNewer: false });
      continue;
    }
    const [way = dropped(line)] = yield* waysFor(request, line, changes, library, work);
    changes.set(line, way.to);
    mended.push(way);
  }
  return mended;
}

/** How one line may change, the nearest first: one newer version, one older, and `>=` for a version named. */
function* waysFor(
  request: Request,
  line: RootLine,
  others: ReadonlyMap<RootLine, RootLine | undefined>,
  library: Library,
  work: Work,
): Asking<readonly Mended[]> {
  const bare = bareLine(line);
  if (bare === undefined || line.requirement.specifier.specifiers.length === 0) return [];
  const free = withLines(request, new Map([...others, [line, bare]]));
  if (!line.constraint && (yield* pinsOf(free, work)) === undefined) return [];
  const page = yield* pageOf(line.requirement.project, library);
  const ways: Mended[] = [];
  let tried = 0;
  for (const { version, distance, isNewer } of neighboursOf(line, page, request)) {
    if (ways.some((way) => way.isNewer === isNewer)) continue;
    if ((tried += 1) > MOST_TRIED) {
      work.isCutShort = true;
      break;
    }
    const to = widenedLine(line, version);
    if (to === undefined) continue;
    const changed = withLines(request, new Map([...others, [line, to]]));
    // Following the lines is quicker than solving, and finds most of what does not go.
    if ((yield* prove(changed, library)) !== undefined) continue;
    if ((yield* pinsOf(changed, work)) === undefined) continue;
    ways.push({ line, to, kind: kindOf(line), distance, isNewer });
    if (ways.length === 2) break;
  }
  const newer = ways.find((way) => way.isNewer);
  const open = newer && openedLine(line);
  if (newer !== undefined && open !== undefined)
    ways.push({ line, to: open, kind: 'relax', distance: newer.distance + 1, isNewer: true });
  return ways;
}

const kindOf = ({ requirement }: RootLine): FixKind =>
  requirement.specifier.specifiers.some(isExact) ? 'move' : 'relax';

function* verified(
  request: Request,
  mended: readonly Mended[],
  work: Work,
): Asking<readonly Fix[]> {
  const changes = new Map(mended.map(({ line, to }) => [line, to]));
  const pins = yield* pinsOf(withLines(request, changes), work);
  return pins === undefined ? [] : [toFix(mended, pins)];
}

function toFix(mended: readonly Mended[], pins: readonly Candidate[]): Fix {
  const change = mended.map(({ line, to }): LineChange => ({
    line,
    from: line.text,
    to: to?.text,
  }));
  const kind = mended.reduce<FixKind>(
    (most, each) => (isHarsher(each.kind, most) ? each.kind : most),
    'rename',
  );
  const distance = mended.reduce((sum, each) => sum + each.distance, 0);
  return { kind, change, pins, cost: { lines: mended.length, distance } };
}
