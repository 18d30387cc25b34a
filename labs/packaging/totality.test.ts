// Hostile text of 5 MB: every reader answers, none throws, none takes long. The limit is far above
// what was measured (0.7 s at worst); what it catches is a reader whose time grows with the square.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { groupRequirements } from './dependency-groups.ts';
import { parseFreeze } from './freeze.ts';
import { formatMarker, parseMarker } from './marker.ts';
import { parseMetadata } from './metadata.ts';
import { classifyFilename, parseProjectPage } from './project-page.ts';
import { parsePylock } from './pylock.ts';
import { parsePyproject } from './pyproject.ts';
import { formatParseError, parseRequirement } from './requirement.ts';
import { parseRequirementLine } from './requirement-line.ts';
import { parseRequirementsFile } from './requirements-file.ts';
import { parseSpecifier, parseSpecifierSet } from './specifier.ts';
import { supportedTags } from './tags.ts';
import { parseVersion } from './version.ts';
import { readSdistFilename, readWheelFilename } from './wheel-filename.ts';

const SIZE = 5_000_000;
const LIMIT_MS = 3_000;

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  parseVersion,
  parseSpecifier,
  parseSpecifierSet,
  parseRequirement: (text) => {
    const read = parseRequirement(text);
    return 'kind' in read ? formatParseError(read, text) : read;
  },
  parseRequirementLine,
  parseRequirementsFile,
  parseMarker: (text) => {
    const read = parseMarker(text);
    return read.kind === 'parse-error' ? formatParseError(read, text) : formatMarker(read);
  },
  readWheelFilename,
  readSdistFilename,
  classifyFilename: (text) => classifyFilename(text, 'a'),
  parseProjectPage: (text) => parseProjectPage(text, 'a'),
  parseMetadata,
  parseFreeze,
  parsePylock,
  parsePyproject: (text) => {
    const read = parsePyproject(text);
    return read.kind === 'pyproject' ? groupRequirements(read.groups, 'a') : read;
  },
  supportedTags: (text) =>
    supportedTags({ python: text, platform: 'linux-64', implementation: 'cp' }),
};

const PIECES = [
  '1',
  '1.',
  '.',
  '-',
  ' ',
  '\t',
  '\n',
  '\r',
  '\\',
  '\\\n',
  '#',
  ' #',
  '(',
  '[',
  '{',
  '"',
  "'",
  'a',
  'a-',
  '-a',
  'a,',
  '>=1,',
  '+a.',
  '==1 ',
  '; ',
  ' or ',
  '&',
  '\0',
  'é',
  '😀',
  '\ud800',
  '\u3000',
  'a\n',
  '-r a\n',
  'a>=1\n',
  '--hash ',
  'a: b\n',
  'a: b\n ',
  '{"files":[',
  'a=[',
  '[[a]]\n',
  'a==1\n',
  '[{},',
  '@',
  '/',
  '%',
] as const;
const PREFIXES = ['', 'a', 'a;', 'a[', 'a>=1', "a; os_name=='", '1', '==1', 'a-1-', '-', 'A: '];

for (const [name, read] of Object.entries(READERS)) {
  test(`${name} answers to 5 MB of anything`, () => {
    const slow: unknown[] = [];
    for (const piece of PIECES) {
      const body = piece.repeat(Math.ceil(SIZE / piece.length));
      // Behind one of the beginnings that lead a reader further in.
      const prefix = PREFIXES[(piece.length + piece.charCodeAt(0)) % PREFIXES.length];
      const start = performance.now();
      read(prefix + body);
      const took = performance.now() - start;
      if (took > LIMIT_MS) slow.push({ prefix, piece, took });
    }
    assert.deepEqual(slow, []);
  });

  test(`${name} answers to any small text`, () => {
    const grammar = fc
      .array(
        fc.constantFrom(...PIECES, ...PREFIXES, 'python_version', 'extra', '.whl', 'py3-none-any'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(grammar, fc.string({ unit: 'binary' })), (text) => {
        read(text);
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });
}
