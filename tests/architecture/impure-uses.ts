import ts from 'typescript';

const GLOBALS = ['Intl', 'globalThis', 'eval', 'Function'];
const BY_LOCALE = /^(?:localeCompare|toLocale\w+)$/;

/** Where code would give another answer on another day, machine or throw, in the order it is written. */
export function impureUses(code: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const use = impureUse(node);
    if (use !== undefined) found.push(use);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('x.ts', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS));
  return found;
}

function impureUse(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const { name } = node;
    if (isNamed(node.expression, 'Date') && name.text === 'now') return 'Date.now';
    if (isNamed(node.expression, 'Math') && name.text === 'random') return 'Math.random';
    return BY_LOCALE.test(name.text) ? name.text : undefined;
  }
  if (ts.isElementAccessExpression(node) && isNamed(node.expression, 'Math')) return node.getText();
  if (ts.isVariableDeclaration(node) && node.initializer && isNamed(node.initializer, 'Math'))
    return node.getText();
  if (ts.isNewExpression(node) && isNamed(node.expression, 'Date'))
    return node.arguments?.length ? undefined : 'new Date()';
  if (ts.isCallExpression(node) && isNamed(node.expression, 'Date')) return 'Date()';
  if (ts.isIdentifier(node) && GLOBALS.includes(node.text) && isExpression(node)) return node.text;
  return undefined;
}

const isNamed = (node: ts.Node, name: string): boolean =>
  ts.isIdentifier(node) && node.text === name;

/** Whether a name stands for a value here, and is not a type, a property or a label. */
const isExpression = (node: ts.Identifier): boolean =>
  (ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node) ||
  ((ts.isCallExpression(node.parent) || ts.isNewExpression(node.parent)) &&
    node.parent.expression === node);
