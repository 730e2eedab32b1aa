import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dictionaryOf, textsOf } from './fuzz_seeds.mjs';

const texts = (source) => textsOf(source).map(String);

test('each text of a C++ source is found, as the program has it', () => {
  assert.deepEqual(texts('f("a\\tb", R"({"key": "v"})"); g(R"x(a)"b)x", "");'), ['a\tb', '{"key": "v"}', 'a)"b']);
  assert.deepEqual(textsOf('"\\xC2\\xA0\\u00e5"'), [Buffer.from('\u00a0\u00e5')]);
});

test('what stands side by side is one text', () => assert.deepEqual(texts('f("one "\n  "two", "three")'), ['one two', 'three']));

test('characters, includes and separators of digits begin no text', () =>
  assert.deepEqual(texts('#include "base/json.hpp"\nif (c == \'"\' || n == 1\'000) f("x");'), ['x']));

test('a dictionary has words, each once, and no sentences', () =>
  assert.equal(dictionaryOf(['f("orderid", "orderid", "a\\"b", "This is not a text.")']), '"orderid"\n"a\\x22b"\n'));
