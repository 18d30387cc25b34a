import assert from 'node:assert/strict';
import { it } from 'node:test';
import { explainFixture, numbered } from '../explain/explain.fixture.ts';
import { fixFixture } from '../fixes/fix.fixture.ts';
import type { Fix } from '../fixes/fix.ts';
import { fixtureRequest, type UniverseFixture } from '../universe.fixture.ts';
import { plain } from './pieces.ts';
import { wordings } from './wordings.ts';

const UNIVERSE = {
  app: { '1.0': ['lib<2'], '2.0': ['lib>=2'], '3.0': ['lib>=3'] },
  lib: { '1.0': [], '1.5': [], '2.0': [], '3.0': [] },
};
const LINES = ['app==1.0', 'lib==2.0'];

function fixesOf(universe: UniverseFixture, lines: readonly string[]): readonly Fix[] {
  const { lines: inFile } = numbered(fixtureRequest(lines));
  return fixFixture(universe, lines, { lines: inFile })?.found.fixes ?? [];
}

it('a fix is said in both languages, with what pip takes then', () => {
  const explanation = explainFixture(UNIVERSE, LINES);
  const fixes = fixesOf(UNIVERSE, LINES);
  const said = (['en', 'zh-cn'] as const).map((language) => {
    const { fix, effect } = wordings[language];
    return fixes.map((each) => `${plain(fix(each))} ${plain(effect(each, explanation))}`);
  });
  assert.deepEqual(said, [
    [
      'In line 1 `app==1.0`, take `app==2.0` instead. Pip then takes app 2.0 and lib 2.0.',
      'In line 2 `lib==2.0`, take `lib==1.5` instead. Pip then takes app 1.0 and lib 1.5.',
      'In line 1 `app==1.0`, ask for `app>=1.0` instead. Pip then takes lib 2.0 and app 2.0.',
      'Leave out line 1 `app==1.0`. Pip then takes lib 2.0.',
      'Leave out line 2 `lib==2.0`. Pip then takes app 1.0 and lib 1.5.',
      'Give line 2 `lib==2.0` an environment of its own. Pip then takes app 1.0 and lib 1.5.',
    ],
    [
      '把第 1 行 `app==1.0` 换成 `app==2.0`。 这样 pip 会装 app 2.0 和 lib 2.0。',
      '把第 2 行 `lib==2.0` 换成 `lib==1.5`。 这样 pip 会装 app 1.0 和 lib 1.5。',
      '把第 1 行 `app==1.0` 放宽为 `app>=1.0`。 这样 pip 会装 lib 2.0 和 app 2.0。',
      '删掉第 1 行 `app==1.0`。 这样 pip 会装 lib 2.0。',
      '删掉第 2 行 `lib==2.0`。 这样 pip 会装 app 1.0 和 lib 1.5。',
      '让第 2 行 `lib==2.0` 单独用一个环境。 这样 pip 会装 app 1.0 和 lib 1.5。',
    ],
  ]);
});
it('another Python, another machine, another name', () => {
  const tags = ['cp311-cp311-manylinux_2_17_x86_64'];
  const found = [
    ...fixesOf({ tensor: { '2.12': { tags } } }, ['tensor==2.12']),
    ...fixesOf({ app: { '1.0': { tags: ['cp312-cp312-win_amd64'] } } }, ['app']),
    ...fixesOf({ 'scikit-learn': { '1.0': [] } }, ['sklearn']),
  ];
  assert.deepEqual(
    found.map((fix) => [plain(wordings.en.fix(fix)), plain(wordings['zh-cn'].fix(fix))]),
    [
      ['Use Python 3.11.', '改用 Python 3.11。'],
      ['Install on Windows.', '改在 Windows 上安装。'],
      [
        'Instead of line 1 `sklearn`, write `scikit-learn`.',
        '不写第 1 行 `sklearn`，改写 `scikit-learn`。',
      ],
    ],
  );
});
it('what is left out and what is changed in one fix are told apart', () => {
  const universe = { app: { '1.0': ['lib<2'] }, lib: { '1.5': [], '2.0': [] } };
  const [first] = fixesOf(universe, ['gone', 'app==1.0', 'lib>=2.0']);
  assert.deepEqual(first && [plain(wordings.en.fix(first)), plain(wordings['zh-cn'].fix(first))], [
    'Leave out line 1 `gone`; in line 3 `lib>=2.0`, take `lib>=1.5` instead.',
    '删掉第 1 行 `gone`；把第 3 行 `lib>=2.0` 换成 `lib>=1.5`。',
  ]);
});
