// The same question, put to our own resolver.

import type { Metadata } from '../../labs/packaging/metadata.ts';
import { parseMetadata } from '../../labs/packaging/metadata.ts';
import { normalizeName } from '../../labs/packaging/names.ts';
import type { IndexFile, ProjectPage } from '../../labs/packaging/project-page.ts';
import { parseWheelFilename } from '../../labs/packaging/wheel-filename.ts';
import { resolvePip } from '../../labs/resolve/pip.ts';
import { textToRootLine } from '../../labs/resolve/roots.ts';
import type { Run } from '../../labs/resolve/run.ts';
import { printedLines } from '../../labs/resolve/run.ts';
import type { Step } from '../../labs/resolve/step.ts';
import { stepsToEvents } from '../../labs/resolve/trace.ts';
import type { IndexSource, Outcome, Request, RootLine } from '../../labs/resolve/types.ts';
import { fileAddress, SIMPLE_INDEX } from './page-documents.ts';
import type { Answer, Question, RecordedEvent, Release, Universe } from './question.ts';

const FOLDER: IndexSource = { kind: 'find-links', directory: '$WHEELS' };
const PAGES: IndexSource = { kind: 'simple', url: SIMPLE_INDEX };

const NOT_IN_NAMES = /[^0-9A-Za-z_.]+/g;
const SEMICOLON = /\s*;\s*/;

/** An answer of ours, and how long it took before to read all METADATA into pages. */
export interface OurAnswer extends Answer {
  readonly reading: number;
}

/** What our resolver answers, in the words of the real one; `too-long` after `mostEvents` steps. */
export function askOurs(question: Question, mostEvents = Infinity): OurAnswer {
  const request = questionToRequest(question);
  const began = performance.now();
  const pages = question.pages ?? universeToPages(question.universe);
  const started = performance.now();
  const run = follow(request, pages, mostEvents);
  const spent = { reading: started - began, milliseconds: performance.now() - started };
  if (run === undefined) return { rc: 'too-long', pins: null, events: [], output: '', ...spent };
  const { outcome } = run;
  return {
    rc: exitCode(outcome),
    pins: outcome.ok
      ? Object.fromEntries(outcome.pins.map((pin) => [pin.metadata.name, pin.version.text]))
      : null,
    // The two tuple types say the same of the same lists.
    events: stepsToEvents(run.steps, request) as readonly RecordedEvent[],
    output: printedLines(run)
      .map((line) => `${line}\n`)
      .join(''),
    ...spent,
  };
}

/** Every step to the end, as `drain` takes them, or undefined when there are more than `mostSteps`. */
function follow(
  request: Request,
  pages: ReadonlyMap<string, ProjectPage>,
  mostSteps: number,
): Run | undefined {
  let taken = 0;
  const resolver = resolvePip(request);
  const steps: Step[] = [];
  let answer: ProjectPage | undefined;
  while (taken++ <= mostSteps) {
    const { done, value } = resolver.next(answer);
    if (done === true) return { steps, outcome: value };
    answer = undefined;
    if (value.type === 'needs') answer = pages.get(value.project);
    else steps.push(value);
  }
  return undefined;
}

/** The question as our resolver is asked: constraints first, then the command line, then the file. */
export function questionToRequest(question: Question): Request {
  const { request, index, requirements = [], constraints = [], target } = question;
  const lines = [
    ...constraints.map((text, index) =>
      rootLine(text, { constraint: true, comesFrom: `-c constraints.txt (line ${index + 1})` }),
    ),
    ...request.map((text) => rootLine(text, {})),
    ...requirements.map((text, index) =>
      rootLine(text, { comesFrom: `-r requirements.txt (line ${index + 1})` }),
    ),
  ];
  return { lines, target, version: '26.3', index: index === 'simple' ? PAGES : FOLDER };
}

function rootLine(text: string, place: Parameters<typeof textToRootLine>[1]): RootLine {
  const line = textToRootLine(text, place);
  if ('kind' in line) throw new Error(`${text}: ${line.message}`);
  return line;
}

/** The pages of the index that a universe describes, by normalised name. */
export function universeToPages(universe: Universe): ReadonlyMap<string, ProjectPage> {
  const pages = new Map<string, ProjectPage>();
  for (const [name, releases] of Object.entries(universe)) {
    const project = normalizeName(name);
    const files = Object.entries(releases).flatMap(([version, release]) =>
      releaseToFiles(name, version, release),
    );
    pages.set(project, { project, files });
  }
  return pages;
}

/** pip's exit codes: 1 where it gives up, 2 where it crashes. */
function exitCode(outcome: Outcome): Answer['rc'] {
  if (outcome.ok) return 0;
  if (outcome.stopped?.kind === 'too-deep') return 'too-long';
  return outcome.stopped === undefined ? 1 : 2;
}

function releaseToFiles(name: string, version: string, release: Release): readonly IndexFile[] {
  const metadata = parseMetadata(releaseToMetadata(name, version, release));
  return (release.tags ?? ['py3-none-any']).map((tag) =>
    wheelFile(name, version, tag, release, metadata),
  );
}

function wheelFile(
  name: string,
  version: string,
  tag: string,
  release: Release,
  metadata: Metadata,
): IndexFile {
  const filename = `${name.replace(NOT_IN_NAMES, '_')}-${version.replaceAll('-', '_')}-${tag}.whl`;
  const parsed = parseWheelFilename(filename);
  if (parsed === undefined) throw new Error(`no wheel: ${filename}`);
  return {
    filename,
    version: parsed.version,
    kind: 'wheel',
    tags: parsed.tags,
    requiresPython: release.requires_python,
    yanked: release.yanked ?? false,
    uploadTime: undefined,
    size: undefined,
    url: fileAddress(filename),
    hashes: {},
    metadata,
  };
}

function releaseToMetadata(name: string, version: string, release: Release): string {
  const extras = Object.entries(release.extras ?? {});
  const python = release.requires_python;
  const lines = [
    'Metadata-Version: 2.1',
    `Name: ${name}`,
    `Version: ${version}`,
    ...(python === undefined ? [] : [`Requires-Python: ${python}`]),
    ...extras.map(([extra]) => `Provides-Extra: ${extra}`),
    ...(release.requires ?? []).map((text) => `Requires-Dist: ${text}`),
    ...extras.flatMap(([extra, texts]) => texts.map((text) => extraLine(text, extra))),
  ];
  return `${lines.join('\n')}\n`;
}

function extraLine(text: string, extra: string): string {
  const [what = '', marker] = text.split(SEMICOLON);
  const own = `extra == "${extra}"`;
  return `Requires-Dist: ${what} ; ${marker === undefined ? own : `(${marker}) and ${own}`}`;
}
