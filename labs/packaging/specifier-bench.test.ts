import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerTo, specifierBench, type SpecifierSetup } from './specifier-bench.ts';
import { admitsGoal, formatRun, specifierGoals } from './specifier-goal.ts';
import { runsOfFates } from './specifier-runs.ts';
import { parseVersion, type Version } from './version.ts';

const VERSIONS = '2.9.0 2.10.0 2.15.0rc0 2.15.0 2.15.0.post1 2.15.1 2.16.0rc0 2.16.1 2.22.0rc0';
const version = (text: string): Version => {
  const parsed = parseVersion(text);
  assert.ok(parsed);
  return parsed;
};
const setup: SpecifierSetup = {
  project: 'demo',
  specifier: '~=2.15',
  goals: [
    { id: 'patches', admits: '==2.15.*', others: false },
    { id: 'newest', admits: '==2.22.0rc0', others: true },
  ],
  releases: 'data/demo.json',
  versions: VERSIONS.split(' ').map(version),
};

/** Every release with its fate, in a line: `2.9.0 >=2.15`. */
function fatesOf(text: string): string[] {
  const answer = answerTo(text, setup);
  assert.equal(answer.kind, 'read');
  return answer.kind !== 'read'
    ? []
    : answer.fates.map(
        (fate) =>
          `${fate.version.text} ${fate.isIn ? 'in' : fate.isHeldBack ? 'held back' : fate.clauses.join(' ')}`,
      );
}

test('each release is in, or the clauses are named that leave it out', () => {
  assert.deepEqual(fatesOf('>=2.15,<2.16,!=2.15.1'), [
    '2.9.0 >=2.15',
    '2.10.0 >=2.15',
    '2.15.0rc0 >=2.15',
    '2.15.0 in',
    '2.15.0.post1 in',
    '2.15.1 !=2.15.1',
    '2.16.0rc0 <2.16',
    '2.16.1 <2.16',
    '2.22.0rc0 <2.16',
  ]);
});

test('a pre-release that no clause leaves out is held back, unless one is named', () => {
  assert.deepEqual(fatesOf('>2.16').slice(-3), [
    '2.16.0rc0 >2.16',
    '2.16.1 in',
    '2.22.0rc0 held back',
  ]);
  assert.equal(fatesOf('>=2.15,<=2.22rc0').at(-1), '2.22.0rc0 in');
});

test('where only pre-releases fit they are in, as pip has it', () => {
  const answer = answerTo('>2.16.1', setup);
  assert.ok(answer.kind === 'read' && answer.fellBack);
  assert.equal(fatesOf('>2.16.1').at(-1), '2.22.0rc0 in');
});

test('neighbours of one fate make one run', () => {
  const answer = answerTo('~=2.15.0', setup);
  assert.ok(answer.kind === 'read');
  const { runs, heldBack } = runsOfFates(answer.fates);
  assert.deepEqual(
    runs.map(({ isIn, clauses, versions }) => [isIn, clauses.join(), formatRun(versions)]),
    [
      [false, '~=2.15.0', '2.9.0, 2.10.0, 2.15.0rc0'],
      [true, '', '2.15.0, 2.15.0.post1, 2.15.1'],
      [false, '~=2.15.0', '2.16.0rc0, 2.16.1, 2.22.0rc0'],
    ],
  );
  assert.deepEqual(heldBack, []);
});

test('what pip cannot read it refuses in its own words', () => {
  assert.deepEqual(answerTo('=2.15', setup), {
    kind: 'unreadable',
    message:
      "ERROR: Invalid requirement: 'demo=2.15': Expected semicolon (after name with no version specifier) or end\n" +
      '    demo=2.15\n        ^\nHint: = is not a valid operator. Did you mean == ?',
  });
});

const whyOf = async (text: string, goal: string): Promise<string> => {
  const state = await specifierBench.apply(specifierBench.start(setup), { type: 'asked', text });
  const verdict = admitsGoal(state, goal);
  return verdict.ok ? 'ok' : [verdict.why, ...Object.values(verdict.with ?? {})].join(' | ');
};

test('every spelling of a goal passes, and every other text is answered for what it is', async () => {
  const said = new Map<string, string>();
  for (const text of TEXTS) said.set(text, await whyOf(text, 'patches'));
  assert.deepEqual(Object.fromEntries(said), {
    '==2.15.*': 'ok',
    '~=2.15.0': 'ok',
    ' >= 2.15 , < 2.16 ': 'ok',
    '~=2.15': 'lets-in | 2.16.1',
    '==2.15': 'shuts-out | 2.15.0.post1, 2.15.1 | ==2.15',
    '>2.15': 'lets-in-and-shuts-out | 2.15.0, 2.15.0.post1 | 2.16.1 | >2.15',
    '^2.15': 'caret | ^2.15',
    '~2.15': 'caret | ~2.15',
    '=2.15': 'lone-equals | =2.15',
    '~=2': 'short-tilde | ~=2',
    '>=2.15 <2.16': 'unreadable | >=2.15 <2.16',
    '2.15': 'other-project | demo2.15',
    '>2;python_version>"3"': 'not-followed',
  });
  assert.equal(await whyOf('>=2.15', 'newest'), 'held-back | 2.22.0rc0');
  assert.equal(await whyOf('>=2.15rc0', 'newest'), 'ok');
});

const TEXTS = [
  '==2.15.*',
  '~=2.15.0',
  ' >= 2.15 , < 2.16 ',
  '~=2.15',
  '==2.15',
  '>2.15',
  '^2.15',
  '~2.15',
  '=2.15',
  '~=2',
  '>=2.15 <2.16',
  '2.15',
  '>2;python_version>"3"',
];

test('the goal says what is missing and what is too many', async () => {
  const state = await specifierBench.apply(specifierBench.start(setup), {
    type: 'asked',
    text: '==2.15.1,<3',
  });
  assert.deepEqual(
    specifierGoals(state).map(({ id, missing, extra, met }) => [
      id,
      formatRun(missing),
      formatRun(extra),
      met,
    ]),
    [
      ['patches', '2.15.0, 2.15.0.post1', '', false],
      ['newest', '2.22.0rc0', '', false],
    ],
  );
});

test('an event of a stored log is read only as it is written', () => {
  assert.deepEqual(specifierBench.readEvent({ type: 'asked', text: '<2', more: 1 }), {
    type: 'asked',
    text: '<2',
  });
  for (const value of [null, [], { type: 'asked' }, { type: 'asked', text: 'x'.repeat(301) }])
    assert.equal(specifierBench.readEvent(value), undefined);
});
