import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looksFrozen, parseFreeze } from './freeze.ts';

const FROZEN = `numpy==2.3.5
Extra_Name===1.0-weird
odd == 1.0+cpu
local @ file:///home/lin/local-1.0.whl#sha256=00
-e git+https://example.org/tool.git@abc#egg=Tool_Box
# Editable Git install with no remote (mine==1.0)
-e /home/lin/mine
`;

test('what pip freeze prints, line by line', () => {
  const lines = parseFreeze(FROZEN);
  assert.deepEqual(
    lines.map((each) => [
      each.line,
      each.kind,
      each.kind === 'unread' ? each.text : each.project,
      each.kind === 'installed' ? each.version.text : each.kind === 'direct' ? each.url : '',
    ]),
    [
      [1, 'installed', 'numpy', '2.3.5'],
      [2, 'unread', 'Extra_Name===1.0-weird', ''],
      [3, 'installed', 'odd', '1.0+cpu'],
      [4, 'direct', 'local', 'file:///home/lin/local-1.0.whl#sha256=00'],
      [5, 'direct', 'tool-box', 'git+https://example.org/tool.git@abc#egg=Tool_Box'],
      [7, 'direct', '', '/home/lin/mine'],
    ],
  );
});

test('pins alone look frozen, requirements do not', () => {
  const looks = (text: string): boolean => looksFrozen(parseFreeze(text));
  assert.deepEqual(
    [looks('a==1\nb==2\n'), looks('a==1\n'), looks('a==1\nb==2\nc>=3\n'), looks('')],
    [true, false, false, false],
  );
});
