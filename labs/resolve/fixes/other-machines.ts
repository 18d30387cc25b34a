import { pythonVersion, type Platform, type Target } from '../../packaging/target.ts';
import type { Asking } from '../asking.ts';
import type { Explanation } from '../explain/explanation.ts';
import { withMinor } from '../explain/unfit.ts';
import type { Work } from '../solving.ts';
import type { Request } from '../types.ts';
import type { Fix } from './fix.ts';
import { pinsOf } from './solved-again.ts';

/** The minor versions of Python 3 that are offered, and what it costs to change to one. */
const MINORS = [9, 10, 11, 12, 13, 14];
const OTHER_PYTHON = 2_000;
const OTHER_PLATFORM = 3_000;

/** The same lines on the nearest other Python on which they can be installed. */
export function* tryPythons(request: Request, work: Work): Asking<readonly Fix[]> {
  const { target } = request;
  const own = pythonVersion(target.python)?.[1];
  if (own === undefined || request.foreign !== undefined) return [];
  const others = MINORS.filter((minor) => minor !== own).sort(
    (a, b) => Math.abs(a - own) - Math.abs(b - own) || b - a,
  );
  for (const minor of others) {
    const other = withMinor(target, minor);
    const fix = yield* onMachine(
      request,
      other,
      'python',
      OTHER_PYTHON + Math.abs(minor - own),
      work,
    );
    if (fix !== undefined) return [fix];
  }
  return [];
}

/** The same lines on a machine for which there is a file. */
export function* tryPlatforms(
  explanation: Explanation,
  request: Request,
  work: Work,
): Asking<readonly Fix[]> {
  for (const platform of platformsNamed(explanation)) {
    const other: Target = { ...request.target, platform };
    const fix = yield* onMachine(request, other, 'platform', OTHER_PLATFORM, work);
    if (fix !== undefined) return [fix];
  }
  return [];
}

function platformsNamed(explanation: Explanation): readonly Platform[] {
  if (!('unfit' in explanation)) return [];
  const named = explanation.unfit.flatMap(({ because }) =>
    because.kind === 'platform' ? because.platforms : [],
  );
  return [...new Set(named)];
}

function* onMachine(
  request: Request,
  target: Target,
  kind: 'python' | 'platform',
  distance: number,
  work: Work,
): Asking<Fix | undefined> {
  const pins = yield* pinsOf({ ...request, target }, work);
  return pins && { kind, change: [], target, pins, cost: { lines: 0, distance } };
}
