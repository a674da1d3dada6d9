import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileJavaRegex,
  JavaRegexLimitError,
  JavaRegexSyntaxError,
  replaceAll,
  replaceFirst,
  split,
} from './index.ts';

// All expected values in the three tables: Java 17, String.matches, String.replaceAll and String.split.
const MATCHES: readonly (readonly [pattern: string, text: string, matches: boolean])[] = [
  ['[0-9]*', '123', true],
  ['[0-9]*', 'd123', false],
  ['^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:00\\.000Z$', '2020-01-20T08:00:00.000Z', true],
  ['a.c', 'a\nc', false],
  ['(?s)a.c', 'a\nc', true],
  ['5\\d{2}', '503', true],
  ['^4\\d{2}$', '404', true],
  ['.*"statusCode":400.*', '{"statusCode":400}', true],
  ['(?i)hello', 'HeLLo', true],
  ['a|ab', 'ab', true],
  ['(a|ab)(c|bcd)(d*)', 'abcd', true],
  ['[a-c&&[^b]]+', 'acb', false],
  ['[a-c&&[^b]]+', 'acca', true],
  ['[[a-c][x-z]]+', 'axz', true],
  ['\\p{Alpha}+\\p{Punct}', 'abc!', true],
  ['\\p{L}+', 'żółw', true],
  ['\\w+', 'żółw', false],
  ['(\\w)\\1', 'aa', true],
  ['(?<l>\\w)\\k<l>', 'ab', false],
  ['a++a', 'aaa', false],
  ['a*+b', 'aaab', true],
  ['(?>a|ab)c', 'abc', false],
  ['\\Qa.b\\E+', 'a.bb', true],
  ['[\\]\\-]+', ']-', true],
  ['a{2,3}', 'aaaa', false],
  ['a{2,}?', 'aaaa', true],
  ['x*', '', true],
  ['😀.', '😀😀', true],
  ['(?x) a b # c\n c', 'abc', true],
  ['[^a]', 'b', true],
  ['^abc$', 'abc\n', false],
];

const REPLACED: readonly (readonly [pattern: string, text: string, replacement: string, result: string])[] = [
  ['ba.', 'foobar123bab', 'foo', 'foofoo123foo'],
  ["\\\\'", "it\\'s", "'", "it's"],
  ['(\\d+)-(\\d+)', '10-20 30-40', '$2-$1', '20-10 40-30'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Java's notation for a named group.
  ['(?<y>\\d{4})', 'in 1999', '<${y}>', 'in <1999>'],
  ['x*', 'abc', '-', '-a-b-c-'],
  ['\\s+', ' a  b\t\n', '_', '_a_b_'],
  ['(?<=\\d)(?=(\\d{3})+$)', '1234567', ',', '1,234,567'],
  ['(?<!a)b', 'ab bb', 'X', 'ab XX'],
  ['[aeiou]', 'education', '\\$', '$d$c$t$$n'],
  ['\\b', 'ab cd', '|', '|ab| |cd|'],
  ['$', 'ab\n', '!', 'ab!\n!'],
  ['(?m)^', 'a\nb', '> ', '> a\n> b'],
  ['.', 'a😀b', 'x', 'xxx'],
  ['a??', 'aa', '-', '-a-a-'],
  ['\\R', 'a\r\nb\nc', ' ', 'a b c'],
  ['(a)|b', 'ab', '[$1]', '[a][]'],
  ['"', 'say "hi"', '\\\\"', 'say \\"hi\\"'],
];

const SPLIT: readonly (readonly [pattern: string, text: string, limit: number, result: readonly string[]])[] = [
  [',', 'a,b,,c,,', 0, ['a', 'b', '', 'c']],
  [',', 'a,b,,c,,', -1, ['a', 'b', '', 'c', '', '']],
  [',', 'a,b,c', 2, ['a', 'b,c']],
  ['', 'abc', 0, ['a', 'b', 'c']],
  ['\\.', 'a.b', 0, ['a', 'b']],
  ['b', 'bab', 0, ['', 'a']],
  ['\\s*,\\s*', ' a , b ', 0, [' a', 'b ']],
  [',', '', 0, ['']],
  [',', ',', 0, []],
  ['(?=b)', 'abab', 0, ['a', 'ba', 'b']],
  ['|', 'ab', 0, ['a', 'b']],
];

describe('java-regex', () => {
  it.each(MATCHES)('%j matches %j: %j, as Java', (pattern, text, matches) => {
    expect(compileJavaRegex(pattern).matches(text)).toBe(matches);
  });

  it.each(REPLACED)('%j in %j by %j gives %j, as Java', (pattern, text, replacement, result) => {
    expect(replaceAll(compileJavaRegex(pattern), text, replacement)).toBe(result);
  });

  it.each(SPLIT)('%j splits %j with limit %j into %j, as Java', (pattern, text, limit, result) => {
    expect(split(compileJavaRegex(pattern), text, limit)).toEqual(result);
  });

  it.each(['(', '[a', 'a**', '\\q', 'a{2,1}', '*a', '(?<n>a', '\\p{Nope}', ')'])('refuses %%s, as Java', (pattern) => {
    expect(() => compileJavaRegex(pattern)).toThrow(JavaRegexSyntaxError);
  });

  it('refuses a replacement with a lone dollar, as Java', () => {
    expect(() => replaceAll(compileJavaRegex('a'), 'a', '$')).toThrow(JavaRegexSyntaxError);
  });

  it('replaces the first match only, as Java', () => {
    expect(replaceFirst(compileJavaRegex('[ab]'), 'xabab', '-')).toBe('x-bab');
  });

  it.each([
    ['(a+)+b', 'a'.repeat(40)],
    ['(a|a)*b', 'a'.repeat(40)],
    ['(.*)*x', 'y'.repeat(200)],
    ['a*a*a*a*a*b', 'a'.repeat(500)],
    ['(?:(?:a?){20}){20}b', 'a'.repeat(60)],
  ])('gives up on %%s in bounded time', (pattern, text) => {
    const started = performance.now();
    expect(() => compileJavaRegex(pattern).find(text)).toThrow(JavaRegexLimitError);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('does not overflow the stack where a group repeats over a long text', () => {
    expect(() => compileJavaRegex('(?:ab)*').find('ab'.repeat(100_000))).toThrow(JavaRegexLimitError);
    expect(compileJavaRegex('[ab]*').matches('ab'.repeat(100_000))).toBe(true);
  });

  it('agrees with the native engine where both speak the same language', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '.',
      'a*',
      'b+?',
      '(a|b)',
      '(?:ab)?',
      '[^a]',
      'a{1,2}',
      '^',
      '$',
      '|',
      '\\1',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c') }),
        (pieces, text) => {
          const pattern = `(a|b)?${pieces.join('').replace(/([*?}])([*+?{])/g, '$1')}`;
          // In Java a back reference to a group that took no part fails; in JavaScript it matches nothing.
          fc.pre(!pattern.includes('\\1'));
          expect(compileJavaRegex(pattern).matches(text)).toBe(new RegExp(`^(?:${pattern})$`, 's').test(text));
        },
      ),
    );
  });

  it('never fails with anything but its own errors', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '*',
      '+',
      '?',
      '\\',
      '^',
      '$',
      '|',
      '-',
      '&&',
      'a',
      '1',
      '<n>',
      ':',
      '!',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        try {
          compileJavaRegex(pieces.join('')).matches('a1a1-');
        } catch (error) {
          if (!(error instanceof JavaRegexSyntaxError || error instanceof JavaRegexLimitError)) throw error;
        }
      }),
    );
  });
});
