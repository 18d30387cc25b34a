import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatParseError, parseRequirement } from './requirement.ts';

test('a requirement says all it asks', () => {
  const read = parseRequirement('Foo.Bar [Two,one] (>=1.0, <2); python_version<"3.9"');
  assert.ok(!('kind' in read));
  const { name, project, extras, specifier, url, text } = read;
  assert.deepEqual(
    { name, project, extras, specifier: specifier.text, url, text },
    {
      name: 'Foo.Bar',
      project: 'foo-bar',
      extras: ['Two', 'one'],
      specifier: '<2,>=1.0',
      url: undefined,
      text: 'Foo.Bar[Two,one]<2,>=1.0; python_version < "3.9"',
    },
  );
});

test('a direct reference is carried as a URL', () => {
  const read = parseRequirement('x[a] @ git+https://example.org/x@main ; os_name == "nt"');
  assert.ok(!('kind' in read));
  assert.deepEqual(
    [read.url, read.text],
    ['git+https://example.org/x@main', 'x[a] @ git+https://example.org/x@main ; os_name == "nt"'],
  );
});

test('an error says what was expected and points at the place', () => {
  const source = 'torchsde>=1.19.*';
  const read = parseRequirement(source);
  assert.deepEqual(read, {
    kind: 'parse-error',
    at: 15,
    from: 8,
    expected: 'no-wildcard',
    message: '.* suffix can only be used with `==` or `!=` operators',
  });
  assert.equal(
    formatParseError(read, source),
    [
      '.* suffix can only be used with `==` or `!=` operators',
      '    torchsde>=1.19.*',
      '            ~~~~~~~^',
    ].join('\n'),
  );
});

test('the caret counts characters, not the halves of a pair', () => {
  const source = "x; os_name == '😀' y";
  const read = parseRequirement(source);
  assert.ok('kind' in read);
  assert.equal(
    formatParseError(read, source),
    ['Expected end of dependency specifier', `    ${source}`, `${' '.repeat(22)}^`].join('\n'),
  );
});
