import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRowTrail } from './row-trail.ts';

test('rows in the order of their first use, told by how far back they lie, and found again', () => {
  const rows = [0, 0, 1, 2, 0, 2, 3, 3];
  const [to, from] = [createRowTrail(), createRowTrail()];
  const backs = rows.map((row) => to.backTo(row));
  assert.deepEqual(backs, [0, 1, 0, 0, 3, 1, 0, 1]);
  assert.deepEqual(
    backs.map((back) => from.rowAt(back)),
    rows,
  );
});
