import assert from 'node:assert/strict';
import { it } from 'node:test';
import { resolveLegacy } from '../pip-legacy.ts';
import { drain } from '../run.ts';
import { fixturePages, fixtureRequest } from '../universe.fixture.ts';
import { plain } from '../wording/pieces.ts';
import { wordings } from '../wording/wordings.ts';
import { explainBroken } from './explain-broken.ts';

it('what legacy pip installs and breaks, by the lines that are about it', () => {
  const universe = {
    app: { '1.0': ['lib<2'] },
    lib: { '1.0': [], '2.0': [] },
    other: { '1.0': [] },
  };
  const pages = fixturePages(universe);
  const request = fixtureRequest(['lib', 'other', 'app']);
  const { outcome } = drain(resolveLegacy(request), (project) => pages.get(project));
  assert.ok(outcome.ok && outcome.broken);
  const explanation = explainBroken(outcome.broken, request);
  assert.deepEqual(
    explanation.lines.map(({ text }) => text),
    ['lib', 'app'],
  );
  assert.deepEqual(
    (['en', 'zh-cn'] as const).map((language) => plain(wordings[language].sentence(explanation))),
    [
      '`app 1.0` is installed and needs `lib<2`, but then has `lib 2.0`; pip mentions it and still ends with 0.',
      '已安装的 `app 1.0` 需要 `lib<2`，装完之后却是 `lib 2.0`；pip 会提一句，退出码仍是 0。',
    ],
  );
});
