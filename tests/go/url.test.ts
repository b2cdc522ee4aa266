import { expect, test } from 'vitest';
import { queryEscape } from '../../src/go/url';

// What url.QueryEscape of Go 1.26 printed; \udcXX is a byte that is not UTF-8.
const cases: readonly { name: string; text: string; want: string }[] = [
  { name: 'empty', text: '', want: '' },
  { name: 'plain', text: 'Deployment app-1_2.3~x', want: 'Deployment+app-1_2.3~x' },
  {
    name: 'html',
    text: '<a href="x" id=\'y\'>&amp;</a>',
    want: '%3Ca+href%3D%22x%22+id%3D%27y%27%3E%26amp%3B%3C%2Fa%3E',
  },
  { name: 'assignment', text: 'a = b + c', want: 'a+%3D+b+%2B+c' },
  { name: 'backslashes', text: 'C:\\new "x" \'y\'', want: 'C%3A%5Cnew+%22x%22+%27y%27' },
  { name: 'line breaks', text: 'one\ntwo\r\n\tthree', want: 'one%0Atwo%0D%0A%09three' },
  { name: 'controls', text: '\x00\x01\x07\x08\x0b\x0c\x1b\x1f\x7f', want: '%00%01%07%08%0B%0C%1B%1F%7F' },
  { name: 'C1 controls', text: '\u0080\u009f\u00a0\u00ad', want: '%C2%80%C2%9F%C2%A0%C2%AD' },
  { name: 'letters', text: 'é日本語ßЖ', want: '%C3%A9%E6%97%A5%E6%9C%AC%E8%AA%9E%C3%9F%D0%96' },
  { name: 'emoji', text: '🔥👩\u200d💻', want: '%F0%9F%94%A5%F0%9F%91%A9%E2%80%8D%F0%9F%92%BB' },
  { name: 'line separators', text: '\u2028\u2029\ufeff', want: '%E2%80%A8%E2%80%A9%EF%BB%BF' },
  {
    name: 'unassigned and private',
    text: '\u0378\ue000\u{e0001}\u{10ffff}',
    want: '%CD%B8%EE%80%80%F3%A0%80%81%F4%8F%BF%BF',
  },
  { name: 'replacement character', text: '\ufffd', want: '%EF%BF%BD' },
  { name: 'invalid bytes', text: 'a\udcffb\udcc3(\udced\udca0\udc80', want: 'a%FFb%C3%28%ED%A0%80' },
  {
    name: 'query',
    text: "a=1&b=2?c#d/e%20:@!$'()*,;[]",
    want: 'a%3D1%26b%3D2%3Fc%23d%2Fe%2520%3A%40%21%24%27%28%29%2A%2C%3B%5B%5D',
  },
  {
    name: 'slack',
    text: '*bold* _x_ <https://x.y|z> `code`',
    want: '%2Abold%2A+_x_+%3Chttps%3A%2F%2Fx.y%7Cz%3E+%60code%60',
  },
];

test.each(cases)('$name', ({ text, want }) => {
  expect(queryEscape(text)).toBe(want);
});
