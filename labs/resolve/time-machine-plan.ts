import type { PageShelf } from '../packaging/snapshot-shelf.ts';
import type { Target } from '../packaging/target.ts';
import { formatUtcSeconds, parseUtcSeconds } from '../packaging/utc-seconds.ts';
import { compareVersions } from '../packaging/version.ts';
import { pageToOffers } from './finder.ts';
import { resolvePip } from './pip.ts';
import { drain, type Run } from './run.ts';
import { compareTexts } from './sorting.ts';
import { readFiles, type Files } from './time-machine-files.ts';
import type { Candidate, Cause, Request } from './types.ts';
import { whyPinned } from './why.ts';

/** What pip makes of the files at the beginning of a day. */
export interface DayPlan {
  readonly day: string;
  readonly run: Run;
  /** By project, in alphabetical order; empty where pip refuses. */
  readonly pins: ReadonlyMap<string, Candidate>;
}

/** A project that is not the same on both days. */
export interface Difference {
  readonly project: string;
  /** The version in the plan of each day; undefined: it is not in that plan. */
  readonly then: string | undefined;
  readonly now: string | undefined;
  /** The day on which the later version was uploaded. */
  readonly uploaded: string | undefined;
  /** Who asks for the project now. */
  readonly causes: readonly Cause[];
}

/** An index, and a machine that asks it. */
export interface Asker {
  readonly target: Target;
  readonly pages?: PageShelf;
}

const MOST_STEPS = 20_000;
const SECONDS_OF_DAY = 86_400;

/** Resolves the files with what had been uploaded before the day began. */
export function planAt(files: Files, day: string, { target, pages }: Asker): DayPlan {
  const request = requestAt(files, day, target);
  const run = drain(resolvePip(request), (project) => pages?.get(project), MOST_STEPS);
  const pins = run.outcome.ok ? run.outcome.pins : [];
  const sorted = pins.toSorted((a, b) => compareTexts(a.project, b.project));
  return { day, run, pins: new Map(sorted.map((pin) => [pin.project, pin])) };
}

const requestAt = (files: Files, day: string, target: Target): Request => ({
  lines: readFiles(files).lines,
  target,
  version: '26.3',
  uploadedPriorTo: parseUtcSeconds(day),
});

/** The projects on which two plans differ; none where pip refuses on one of the days. */
export function differences(
  files: Files,
  then: DayPlan,
  now: DayPlan,
  { target, pages }: Asker,
): readonly Difference[] {
  const { run } = now;
  if (!then.run.outcome.ok || !run.outcome.ok) return [];
  const { outcome } = run;
  const request = requestAt(files, now.day, target);
  const projects = [...new Set([...then.pins.keys(), ...now.pins.keys()])].sort(compareTexts);
  return projects.flatMap((project) => {
    const [before, after] = [then.pins.get(project), now.pins.get(project)];
    if (before?.version.key === after?.version.key) return [];
    const [why] = whyPinned(run, outcome, request, (name) => pages?.get(name), project);
    return [
      {
        project,
        then: before?.version.text,
        now: after?.version.text,
        uploaded: after?.file.uploadTime?.slice(0, 10),
        causes: why?.causes ?? [],
      },
    ];
  });
}

/** Do two plans install the same? */
export const isSamePlan = (a: DayPlan, b: DayPlan): boolean =>
  a.run.outcome.ok && b.run.outcome.ok && textOf(a) === textOf(b);

const textOf = ({ pins }: DayPlan): string =>
  [...pins.values()].map(({ project, version }) => `${project} ${version.key}`).join('\n');

/** What `pip freeze` prints where the plan is installed. */
export const frozen = ({ pins }: DayPlan): string =>
  [...pins.values()].map(({ metadata: { name, version } }) => `${name}==${version}\n`).join('');

/** A release that pip could choose, and the day on which it came. */
export interface Upload {
  readonly version: string;
  readonly day: string;
}

/** The final releases of a project for this machine, oldest upload first. */
export function uploadsOf(project: string, { target, pages }: Asker): readonly Upload[] {
  const offers = pageToOffers(pages?.get(project), { lines: [], target, version: '26.3' });
  const days = new Map<string, string>();
  for (const { version, uploadTime } of offers.files.toSorted((a, b) =>
    compareVersions(a.version, b.version),
  )) {
    const day = uploadTime?.slice(0, 10);
    if (day !== undefined && !version.isPrerelease) days.set(version.text, day);
  }
  return [...days]
    .map(([version, day]) => ({ version, day }))
    .sort((a, b) => compareTexts(a.day, b.day));
}

/** The day that lies this many days after another. */
export const dayAfter = (day: string, days = 1): string =>
  formatUtcSeconds((parseUtcSeconds(day) ?? 0) + days * SECONDS_OF_DAY).slice(0, 10);
