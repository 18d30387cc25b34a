import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConflict } from './conflict-block.ts';
import { rootLinesOf } from './root-lines.ts';
import { readScreen } from './screen.ts';

function linesOf(triggers: string): unknown {
  const text = `ERROR: Cannot install ${triggers} because these package versions have conflicting dependencies.

The conflict is caused by:
    app 1.0 depends on lib<2 and >=1
    The user requested (constraint) lib!=1.5 and >=1.4
`;
  const conflict = readConflict(readScreen(text));
  assert.ok(conflict);
  return rootLinesOf(conflict)?.map(({ text: line, constraint }) => [line, constraint]);
}

test('what was asked is put together again from what pip names', () => {
  assert.deepEqual(linesOf('app, b<3, >=1 and !=2 and c[x]==1'), [
    ['app', false],
    ['b<3,>=1,!=2', false],
    ['c[x]==1', false],
    ['lib!=1.5,>=1.4', true],
  ]);
});

test('a place in a file is no line', () => {
  assert.equal(linesOf('-r requirements.txt (line 1) and app'), undefined);
});
