import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluateMarker, formatMarker, parseMarker, tryMarker } from './marker.ts';
import type { Marker } from './marker.ts';
import { targetEnvironment } from './tags.ts';

const LINUX = targetEnvironment({ python: '3.10.4', platform: 'linux-64', implementation: 'cp' });

function marker(text: string): Marker {
  const parsed = parseMarker(text);
  assert.ok(parsed.kind !== 'parse-error', text);
  return parsed;
}

test('Python versions are compared as versions, other facts as texts', () => {
  const holds = (text: string): boolean => evaluateMarker(marker(text), LINUX);
  assert.deepEqual(
    [
      'python_version < "3.9"',
      'python_version >= "3.10"',
      'python_version == "3.*"',
      'python_full_version ~= "3.10.2"',
      '"3.9" in python_version',
      'sys_platform == "linux" and (os_name == "nt" or platform_machine == "x86_64")',
      'platform_machine < "y"',
      'os_name == "nt" or os_name == "posix" and python_version == "2.7"',
    ].filter(holds),
    [
      'python_version >= "3.10"',
      'python_version == "3.*"',
      'python_full_version ~= "3.10.2"',
      'sys_platform == "linux" and (os_name == "nt" or platform_machine == "x86_64")',
    ],
  );
});

test('an extra is compared normalised', () => {
  const test = marker('extra == "Dev_Tools"');
  assert.deepEqual(
    [evaluateMarker(test, LINUX), evaluateMarker(test, LINUX, 'dev.tools')],
    [false, true],
  );
});

test('what has no answer says why, and does not hold', () => {
  assert.deepEqual(tryMarker(marker('os_name ~= "x"'), LINUX), {
    kind: 'undefined-comparison',
    message: "Undefined <Op('~=')> on 'posix' and 'x'.",
  });
  assert.deepEqual(tryMarker(marker('"a" in extras'), LINUX), {
    kind: 'undefined-name',
    name: 'extras',
  });
  // Every comparison needs an answer, even behind one that decides.
  assert.equal(evaluateMarker(marker('os_name == "posix" or os_name ~= "x"'), LINUX), false);
  const sets = { extras: ['A'], dependency_groups: [] };
  assert.equal(tryMarker(marker('"a" in extras'), LINUX, '', sets), true);
});

test('a marker is written with double quotes and only the parentheses it needs', () => {
  assert.equal(
    formatMarker(marker("((os.name=='a')) and('b' in extra or (python_implementation!='\"'))")),
    'os_name == "a" and ("b" in extra or platform_python_implementation != \'"\')',
  );
});
