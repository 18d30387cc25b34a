import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { quotePath } from './quote-path.ts';

// Python 3.11: urllib.parse.quote(text)
test('a path is quoted as Python quotes it', () => {
  equal(
    quotePath('/home/ada/my wheels/a-1!2+b-py3.whl'),
    '/home/ada/my%20wheels/a-1%212%2Bb-py3.whl',
  );
  equal(quotePath("!'()*;?:@&=+,#%~-._/"), '%21%27%28%29%2A%3B%3F%3A%40%26%3D%2B%2C%23%25~-._/');
  equal(quotePath('轮子\u{1f6de}'), '%E8%BD%AE%E5%AD%90%F0%9F%9B%9E');
});

test('half a character stands for none, and nothing throws', () =>
  equal(quotePath('a\ud83d'), 'a%EF%BF%BD'));
