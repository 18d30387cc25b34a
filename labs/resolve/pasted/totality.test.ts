// Hostile text of 5 MB: it is read, quickly, whatever it is. The limit is far above what was measured.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellPasted } from '../wording/pasted-wording.ts';
import { readPasted } from './read-pasted.ts';

const SIZE = 5_000_000;
const LIMIT_MS = 3_000;
const PIECES = [
  'a',
  ' ',
  '\n',
  '> ',
  '\u001b[',
  '\u001b[1;',
  'a\n',
  '(from versions: ',
  'ERROR: ',
  'ERROR: Could not find a version that satisfies the requirement ',
  'ERROR: Could not find a version that satisfies the requirement a (from versions: ',
  'Cannot install ',
  'The conflict is caused by:\n',
  '    a 1 depends on ',
  '    a 1 depends on b\n',
  'The user requested ',
  'a 1 requires b, ',
  'a 1 requires b, but you have c 1 which is incompatible.\n',
  "Invalid requirement: '",
  'Retrying (Retry(',
  'Retrying (Retry( SSLError\n',
  "host='",
  'Cannot uninstall ',
  ' --hash=',
  'x.whl is not',
  'Looking in indexes: ',
  "requires a different Python: 1 not in '",
  'Ignored the following yanked versions: ',
  '│ ',
  '😀',
] as const;

test('5 MB of anything', () => {
  const slow: unknown[] = [];
  for (const piece of PIECES)
    for (const start of ['', 'The conflict is caused by:\n    a 1 depends on b\n']) {
      const text = start + piece.repeat(Math.ceil(SIZE / piece.length));
      const begun = performance.now();
      for (const error of readPasted(text).errors) tellPasted(error, 'en');
      const took = performance.now() - begun;
      if (took > LIMIT_MS) slow.push({ start, piece, took });
    }
  assert.deepEqual(slow, []);
});
