// Engines are pure: what they may not touch does not compile in their folder, and what TypeScript's own library cannot
// refuse (clock, dice, the reader's locale) is refused by reading the code.
import { test } from 'node:test';
import { deepEqual } from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT, sourceFiles } from './architecture/imports.ts';
import { impureUses } from './architecture/impure-uses.ts';

/** `labs/cli` is the one that talks to Node. */
const engines = globSync('labs/*/tsconfig.json', { cwd: ROOT })
  .map((path) => path.replaceAll('\\', '/').replace('/tsconfig.json', ''))
  .filter((folder) => folder !== 'labs/cli')
  .sort();

const FORBIDDEN = [
  'document.title',
  'window.location',
  'process.exit(0)',
  "require('fs')",
  "import('node:fs')",
  'console.log(1)',
  'setTimeout(() => {}, 1)',
  "fetch('/x')",
  'performance.now()',
  'crypto.randomUUID()',
  'localStorage.length',
  "new URL('https://pypi.org')",
  'new TextEncoder()',
  'structuredClone({})',
  'Buffer.from([])',
];
const FINE = '[3, 1, 2].toSorted().at(-1)';

for (const folder of engines)
  test(`${folder}: neither DOM nor Node compiles there, in the company of all its files`, () => {
    deepEqual(compiling(folder, [...FORBIDDEN, FINE]), [FINE]);
  });

/** Those of the expressions that compile as files of a folder, by its own tsconfig and beside its own files. */
function compiling(folder: string, expressions: readonly string[]): readonly string[] {
  const configPath = join(ROOT, folder, 'tsconfig.json');
  const config = ts.getParsedCommandLineOfConfigFile(
    configPath,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (problem) => {
        throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
      },
    },
  );
  if (!config) throw new Error(`${configPath} cannot be read`);
  const probes = new Map(
    expressions.map((code, at) => [
      join(ROOT, folder, `probe-${at}.ts`).replaceAll('\\', '/'),
      code,
    ]),
  );
  const host = ts.createCompilerHost(config.options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => probes.has(path) || fileExists(path);
  host.readFile = (path) => probes.get(path) ?? readFile(path);
  host.getSourceFile = (path, target, ...rest) => {
    const code = probes.get(path);
    return code === undefined
      ? getSourceFile(path, target, ...rest)
      : ts.createSourceFile(path, `export const probe = ${code};\n`, target);
  };
  const program = ts.createProgram([...config.fileNames, ...probes.keys()], config.options, host);
  return [...probes].flatMap(([path, code]) =>
    program.getSemanticDiagnostics(program.getSourceFile(path)).length === 0 ? [code] : [],
  );
}

test('no engine reads the clock, throws dice or asks where the reader lives', () => {
  const found = sourceFiles(engines).flatMap((path) =>
    impureUses(readFileSync(join(ROOT, path), 'utf8')).map((use) => `${path}: ${use}`),
  );
  deepEqual(found, []);
});

test('the reader of impurity sees each kind, and no words in comments or texts', () => {
  const code = `Date.now(); new Date(); Date(); new Date(0); Math.random(); Math['random'](); const { random } = Math;
    'b'.localeCompare('a'); (1).toLocaleString(); new Intl.NumberFormat(); globalThis.x; eval('1'); new Function('1');
    // Math.random()
    'Date.now()';`;
  deepEqual(impureUses(code), [
    'Date.now',
    'new Date()',
    'Date()',
    'Math.random',
    "Math['random']",
    '{ random } = Math',
    'localeCompare',
    'toLocaleString',
    'Intl',
    'globalThis',
    'eval',
    'Function',
  ]);
});
