import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileJavaRegex, JavaRegexError } from './index.ts';

const matches = (pattern: string, text: string): boolean => compileJavaRegex(pattern)(text);

describe('a selection pattern', () => {
  it.each([
    // Fact D50: over the whole value; `.` takes no line feed.
    ['2\\d{2}', '200', true],
    ['2\\d{2}', '2000', false],
    ['.+', 'a\nb', false],
    // Guide, "Handle standard Lambda errors": the advice for messages with line feeds.
    ['(\\n|.)+', 'a\nb', true],
    // Fact D51: `.*` takes the empty text, `.+` does not.
    ['.*', '', true],
    ['.+', '', false],
    // Guide, "Handle standard Lambda errors" and "Handle custom Lambda errors".
    ['Malformed.*', 'Malformed input ...', true],
    ['.*Invalid.*', 'Malformed input ...', false],
    ['.*"httpStatus":500.*', '{"errorType":"X","httpStatus":500,"requestId":"r"}', true],
    ['4\\d{2}|5\\d{2}', '503', true],
    ['[45]\\d{2}', '200', false],
    ['[^2].*', '404', true],
    ['(?i)error: .*', 'ERROR: x', true],
    ['(?s).*Error.*', 'a\nError\nb', true],
    ['\\Q[a.b]\\E+', '[a.b]]', true],
    ['\\Q[a.b]\\E', '[axb]', false],
    ['(?!.*error).*', 'all fine', true],
    ['(?!.*error).*', 'an error', false],
    ['^\\[BadRequest\\].*$', '[BadRequest] id', true],
    ['a{2,3}', 'aaaa', false],
    ['\\bfoo\\b.*', 'foo bar', true],
    ['[\\w.-]+', 'a.b-c_1', true],
    ['a|', '', true],
  ])('%s on %j: %s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it.each([
    '(a',
    'a)',
    '*',
    'a++',
    '(?<=a)b',
    '(a)\\1',
    '[a&&b]',
    '[a[b]]',
    '\\p{Alpha}',
    '(?>a)',
    'a{1000}',
    '[b-a]',
    '\\',
  ])('%s is refused by name', (pattern) => {
    expect(() => compileJavaRegex(pattern)).toThrow(JavaRegexError);
  });

  it.each(['(a+)+b', '(a|a)*b', '(.*)*x', '(.|a)*c', '(?!(a+)+b)c', '((?!a*b).)*c', '(?!(?!(a*)*b)a*)'])(
    '%s costs no more on a text made to hurt than on any other',
    (pattern) => {
      const started = performance.now();
      expect(matches(pattern, 'a'.repeat(4_000))).toBe(false);
      expect(performance.now() - started).toBeLessThan(1_000);
    },
  );

  it('decides as another engine does on patterns that both read alike', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '(?:ab)', '(a|b)', '(?=a)', '(?!b)');
    const part = fc
      .tuple(atom, fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}', '*?'))
      .map(([a, q]) => (a.startsWith('(?=') || a.startsWith('(?!') ? a : a + q));
    const pattern = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1'), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (source, value) => {
        expect(matches(source, value)).toBe(new RegExp(`^(?:${source})$`).test(value));
      }),
      { numRuns: 1_000 },
    );
  });
});
