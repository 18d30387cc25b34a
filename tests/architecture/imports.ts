import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** One file naming another, or a package. */
export interface Import {
  readonly from: string;
  /** A path from the root for our own files, else the name as written. */
  readonly to: string;
  readonly own: boolean;
  /** `type`: gone at run time; `lazy`: `import()` or `import.meta.glob`; `value`: loaded with the file. */
  readonly how: 'value' | 'type' | 'lazy';
}

const SCRIPT = /<script\b[^>]*>([\s\S]*?)<\/script>/g;
const FRONTMATTER = /^---\r?\n([\s\S]*?)\r?\n---/;
const MDX_IMPORT = /^import\s[\s\S]*?['"][^'"]+['"];?$/gm;

/** Every source file below these folders, tests beside the code left out. */
export const sourceFiles = (folders: readonly string[]): readonly string[] =>
  globSync(
    folders.map((folder) => `${folder}/**/*.{ts,mjs,svelte,astro,mdx}`),
    { cwd: ROOT, exclude: ['**/*.test.ts', '**/node_modules/**'] },
  )
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

/** What a file imports, in the order it is written. */
export function importsOf(path: string, text = readFileSync(join(ROOT, path), 'utf8')): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, how: Import['how']) => {
    if (node && ts.isStringLiteralLike(node))
      found.push({ from: path, how, ...resolve(path, node.text) });
    else if (node && ts.isArrayLiteralExpression(node))
      node.elements.forEach((one) => add(one, how));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, isTypeOnly(node.importClause) ? 'type' : 'value');
    else if (ts.isExportDeclaration(node))
      add(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'value');
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, 'type');
    else if (ts.isCallExpression(node) && isLazy(node.expression)) add(node.arguments[0], 'lazy');
    ts.forEachChild(node, visit);
  };
  for (const code of codeOf(path, text))
    visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS));
  return found;
}

/** The TypeScript in a file: all of it, or its frontmatter and scripts. */
function codeOf(path: string, text: string): readonly string[] {
  if (path.endsWith('.mdx')) return [...text.matchAll(MDX_IMPORT)].map(([line]) => line);
  if (!/\.(?:astro|svelte)$/.test(path)) return [text];
  const scripts = [...text.matchAll(SCRIPT)].map(([, body = '']) => body);
  return path.endsWith('.astro') ? [FRONTMATTER.exec(text)?.[1] ?? '', ...scripts] : scripts;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((one) => one.isTypeOnly)
  );
}

/** `import(…)`, or `import.meta.glob(…)`. */
const isLazy = (called: ts.Expression): boolean =>
  called.kind === ts.SyntaxKind.ImportKeyword ||
  (ts.isPropertyAccessExpression(called) &&
    called.name.text === 'glob' &&
    ts.isMetaProperty(called.expression));

function resolve(from: string, written: string): Pick<Import, 'to' | 'own'> {
  const bare = written.replace(/[?#].*$/, '');
  if (bare.startsWith('.')) return { to: normalize(join(dirname(from), bare)), own: true };
  if (bare.startsWith('~/')) return { to: `src/${bare.slice(2)}`, own: true };
  if (bare.startsWith('/')) return { to: bare.slice(1), own: true };
  return { to: bare, own: false };
}
