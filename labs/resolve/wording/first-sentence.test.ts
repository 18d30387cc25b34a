import assert from 'node:assert/strict';
import { it } from 'node:test';
import { explainFixture } from '../explain/explain.fixture.ts';
import { plain } from './pieces.ts';
import { wordings } from './wordings.ts';

it('a line that names the project itself says which versions it asks for', () => {
  const universe = { app: { '1.0': ['lib>=2'] }, lib: { '1.0': [], '2.0': [] } };
  const explanation = explainFixture(universe, ['app', 'lib<2']);
  assert.equal(
    plain(wordings.en.sentence(explanation)),
    'Line 1 `app` needs lib 2 or newer; line 2 `lib<2` itself asks for lib below 2: no version is both.',
  );
});
