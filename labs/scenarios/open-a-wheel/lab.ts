import { defineLab, type Verdict } from '../../core/lab.ts';
import { evaluateMarker } from '../../packaging/marker.ts';
import { parseMetadata } from '../../packaging/metadata.ts';
import { parseRequirement } from '../../packaging/requirement.ts';
import { targetEnvironment } from '../../packaging/target-environment.ts';
import { pythonBench } from '../../python/bench.ts';
import type { PythonEvent } from '../../python/bench-event.ts';
import type { PythonState, Run } from '../../python/state.ts';
import { lastRun, stdoutOf, valueOf } from '../../python/tellings.ts';
import { CODE, foundIn, INFO, PROBE, SPOILT, WHEEL } from './found.ts';
import { TOOLS } from './tools.ts';
import { AIOSIGNAL } from './wheel.ts';

const LAPTOP = targetEnvironment({ python: '3.14.2', platform: 'linux-64', implementation: 'cp' });

/** All that a run showed. */
const shownBy = ({ record }: Run): string => stdoutOf(record) + (valueOf(record) ?? '');

const wasShown = ({ runs }: PythonState, text: string): boolean =>
  runs.some((run) => shownBy(run).includes(text));

/** The projects that pip would install along with it on this machine. */
function comesAlong(metadata: string): readonly string[] {
  const requirements = parseMetadata(metadata).requiresDist.map(parseRequirement);
  return requirements.flatMap((each) =>
    'project' in each && (!each.marker || evaluateMarker(each.marker, LAPTOP)) ? each.project : [],
  );
}

const isMetadataShown = (state: PythonState): boolean =>
  wasShown(state, 'Requires-Dist: frozenlist');

const HEX = /^'[0-9a-f]{64}'$/;
const BASE64 = /^b?'([\w-]{43})=?'$/;
const RAW = /^b['"].*\\x/;

function isHashed(state: PythonState): Verdict {
  const stated = foundIn(state)?.hash;
  const values = state.runs.map(({ record }) => valueOf(record) ?? '');
  if (values.some((value) => `sha256=${BASE64.exec(value)?.[1]}` === stated)) return { ok: true };
  const value = values.at(-1) ?? '';
  if (HEX.test(value)) return { ok: false, why: 'hexadecimal' };
  if (BASE64.test(value)) return { ok: false, why: 'other-content' };
  return { ok: false, why: RAW.test(value) ? 'raw' : 'not-hashed' };
}

function isCaught(state: PythonState): Verdict {
  const differing = foundIn(state)?.differing;
  if (!differing) return { ok: false, why: 'no-copy' };
  const [name] = differing;
  if (name === undefined) return { ok: false, why: 'nothing-differs' };
  if (wasShown(state, `['${name}']`)) return { ok: true };
  return { ok: false, why: 'not-compared' };
}

const line = (text: string): PythonEvent => ({ type: 'ran', what: { type: 'line', text } });
const BEGIN = 'from tools import *';
const OPEN = `wheel = ZipFile("${WHEEL}")`;
const LIST = 'wheel.namelist()';
const METADATA = `print(wheel.read("${INFO}METADATA").decode())`;
const RECORD = `print(wheel.read("${INFO}RECORD").decode())`;
const HASH = `urlsafe_b64encode(sha256(wheel.read("${CODE}")).digest())`;
const SPOIL = `spoil("${CODE}")`;
const COMPARE = `differing("${SPOILT}")`;
const opened = [line(BEGIN), line(OPEN)];

export default defineLab({
  id: 'open-a-wheel',
  edition: 1,
  engine: pythonBench,
  setup: {
    shape: 'console',
    files: { [WHEEL]: { base64: AIOSIGNAL }, 'tools.py': TOOLS },
    cells: [],
    wheels: [],
    probe: PROBE,
    suggested: [BEGIN, OPEN, LIST, METADATA, RECORD, HASH, SPOIL, COMPARE].map((text) => ({
      type: 'text' as const,
      text,
    })),
    goal(state) {
      const found = foundIn(state);
      const values = state.runs.map(({ record }) => valueOf(record) ?? '');
      return [
        {
          what: CODE,
          wanted: found?.hash ?? { word: 'python.goal.inRecord' },
          now: values.findLast((value) => BASE64.test(value)) ?? { word: 'python.goal.nothing' },
          met: isHashed(state).ok || undefined,
        },
        {
          what: COMPARE,
          wanted: { word: 'python.goal.oneFile' },
          now: found?.differing?.join(', ') || { word: 'python.goal.nothing' },
          met: found?.differing && found.differing.length === 1,
        },
      ];
    },
  },
  prediction: {
    options: ['nothing', 'frozenlist', 'both'],
    isRevealed: isMetadataShown,
    answer(_setup, revealed) {
      const projects = comesAlong(foundIn(revealed)?.metadata ?? '');
      if (projects.length > 1) return 'both';
      return projects[0] ?? 'nothing';
    },
  },
  tasks: [
    {
      id: 'list',
      check(state) {
        if (wasShown(state, `${INFO}WHEEL`)) return { ok: true };
        const ending = lastRun(state)?.record.ending;
        if (ending?.type === 'raised')
          return { ok: false, why: 'stops', with: { error: `${ending.name}: ${ending.message}` } };
        return { ok: false, why: 'not-listed' };
      },
    },
    {
      id: 'metadata',
      check(state) {
        if (isMetadataShown(state)) return { ok: true };
        return { ok: false, why: wasShown(state, 'Wheel-Version:') ? 'how' : 'not-read' };
      },
    },
    { id: 'hash', check: isHashed },
    { id: 'spoil', check: isCaught },
  ],
  hints: [
    { id: 'begin', after: 'stops' },
    { id: 'which', after: 'how' },
    { id: 'letters', after: 'hexadecimal' },
    { id: 'the-move' },
  ],
  solutions: [
    {
      route: 'chips',
      events: [...opened, ...[LIST, METADATA, RECORD, HASH, SPOIL, COMPARE].map(line)],
    },
    {
      route: 'zipfile',
      events: [
        'import base64, hashlib, zipfile, tools',
        `wheel = zipfile.ZipFile("${WHEEL}")`,
        'wheel.printdir()',
        `[row for row in wheel.read("${INFO}METADATA").decode().splitlines() if row.startswith("Requires")]`,
        `digest = hashlib.sha256(wheel.read("${CODE}")).digest()`,
        'base64.urlsafe_b64encode(digest).decode().rstrip("=")',
        `tools.spoil("${INFO}METADATA")`,
        `tools.differing("${SPOILT}")`,
      ].map(line),
    },
  ],
  nearMisses: [
    { events: [line(LIST)], task: 'list', why: 'stops' },
    { events: [line(BEGIN), line('WHEEL')], task: 'list', why: 'not-listed' },
    {
      events: [...opened, line(`print(wheel.read("${INFO}WHEEL").decode())`)],
      task: 'metadata',
      why: 'how',
    },
    { events: [...opened, line(RECORD)], task: 'metadata', why: 'not-read' },
    {
      events: [...opened, line(`sha256(wheel.read("${CODE}")).hexdigest()`)],
      task: 'hash',
      why: 'hexadecimal',
    },
    {
      events: [...opened, line(`sha256(wheel.read("${CODE}")).digest()`)],
      task: 'hash',
      why: 'raw',
    },
    {
      events: [...opened, line('urlsafe_b64encode(sha256(open(WHEEL, "rb").read()).digest())')],
      task: 'hash',
      why: 'other-content',
    },
    { events: [...opened, line(COMPARE)], task: 'spoil', why: 'no-copy' },
    { events: [...opened, line(SPOIL)], task: 'spoil', why: 'not-compared' },
    {
      events: [...opened, line(`spoil("${INFO}RECORD")`), line(COMPARE)],
      task: 'spoil',
      why: 'nothing-differs',
    },
  ],
});
