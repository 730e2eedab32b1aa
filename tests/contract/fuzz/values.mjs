// Values that programs stumble over.
import fc from 'fast-check';

const badTexts = [
  '', ' ', '\0', 'a\0b', '\u0001\u001f\u007f', '\u202eabc', '\ufeff', '\ufffe', '😀', 'e\u0301', 'ﬁ', 'İ', 'ß', '\ud800', '\u2028', '\t\r\n',
  "'; DROP TABLE contacts; --", '%', '_', '../../etc/passwd', '%00', '{{7*7}}', '{}', '[]', 'null', 'true', '0', '-1', '01', '+1', '1.5',
  '1e400', '0x10', 'NaN', '٣', '9223372036854775807', '9223372036854775808', '99999999999999999999', 'x'.repeat(255), 'ä'.repeat(600),
  'x'.repeat(70_000), '<script>alert(1)</script>', 'a@b', '@', '+46', 'a@b.se\r\nBcc: c@d.se', '9999-12-31T23:59:59Z', '0000-00-00',
  '2026-02-30', '2026-13-01T25:61:61Z', '-9999-01-01T00:00:00Z', '2026-01-01T00:00:00+99:99', '1970-01-01', '2026-W01',
];
const badNumbers = [0, -0, -1, 1, 1.5, 255, 256, 65_536, 2 ** 31, -(2 ** 31) - 1, 2 ** 32, 2 ** 53, 2 ** 63, -(2 ** 63), 2 ** 64, 1e19, 1e308, -1e308, 5e-324];

export const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...badTexts) },
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
export const anyNumber = fc.oneof(fc.constantFrom(...badNumbers), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const nested = fc.integer({ min: 1, max: 70 }).map((depth) => JSON.parse('[{"a":'.repeat(depth) + '1' + '}]'.repeat(depth)));

/** Anything that JSON can say. */
export const anyJson = fc.oneof(
  { weight: 4, arbitrary: anyText },
  { weight: 3, arbitrary: anyNumber },
  { weight: 2, arbitrary: fc.constantFrom(null, true, false, [], {}, [null], [[]], [{}], { '': '' }, JSON.parse('{"__proto__":1}')) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  nested,
);

/** Parts of addresses that are not encoded as they should be. */
export const rawParts = ['%', '%zz', '%ff', '%00', '%c0%80', '%ed%a0%80', '%2f..%2f', '+', '%252f', '..', '.', ';a=b', '*', "'", '%C3'].map((raw) => ({ raw }));

/** Texts that are no JSON, or hardly: made of a good one. */
export function brokenJson(good) {
  const twisted = fc.tuple(good, fc.nat(), fc.integer({ min: 0, max: 255 })).map(([text, at, byte]) => {
    const bytes = Buffer.from(text);
    if (bytes.length > 0) bytes[at % bytes.length] = byte;
    return bytes;
  });
  const cut = fc.tuple(good, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1)));
  const strange = fc.constantFrom(
    '', ' ', 'null', 'true', '0', '""', '[]', '{}', '{', '{"a":}', '{"a":1,}', '{"a":1}{"b":2}', "{'a':1}", '{"a":NaN}', '{"a":1e999}', '{"a":-1e999}',
    '{"a":123456789012345678901234567890}', '{"a":1,"a":2}', '{"a":"\u0000"}', '{"a":"\\u0000"}', '{"a":"\\ud800"}', '{"\\ud800":1}', '\ufeff{}', '//x\n{}',
    '['.repeat(65), '['.repeat(100_000), '{"a":'.repeat(1_000), `{"a":"${'x'.repeat(200_000)}"}`, `[${'0,'.repeat(100_000)}0]`, 'a=b&c=d', '<a/>',
  );
  const bytes = fc.uint8Array({ maxLength: 64 }).map((one) => Buffer.from(one));
  const utf16 = good.map((text) => Buffer.from(text, 'utf16le'));
  return fc.oneof(twisted, cut, strange, bytes, utf16);
}
