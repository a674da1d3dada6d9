import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileJavaRegex, JavaRegexLimitError } from './index.ts';
import { compileLinear } from './linear.ts';
import { parsePattern } from './parse-pattern.ts';

function linear(pattern: string): ((text: string) => boolean) | undefined {
  return compileLinear(parsePattern(pattern).root, pattern);
}

describe('a whole match in linear time', () => {
  it.each(['(a+)+b', '(a|a)*b', '(.*)*x', '(.|a)*c', '(a?){200}a{200}b', '(x+x+)+y|(a*)*[bc]'])(
    '%s costs no more on a text made to hurt than on any other',
    (pattern) => {
      const regex = compileJavaRegex(pattern);
      const startedAtMs = performance.now();
      expect(regex.matches('a'.repeat(4_000))).toBe(false);
      expect(performance.now() - startedAtMs).toBeLessThan(1_000);
    },
  );

  // Guide, "Handle standard Lambda errors": the advice for messages with line feeds.
  it('takes long texts through groups that repeat', () => {
    expect(compileJavaRegex('(\\n|.)+').matches('a\n'.repeat(5_000))).toBe(true);
  });

  it('is as safe on the stack, where a group repeats whose parts are deep', () => {
    const deep = `${'('.repeat(100)}.|a${')'.repeat(100)}*c`;
    expect(compileJavaRegex(deep).matches('a'.repeat(4_000))).toBe(false);
    expect(() => compileJavaRegex(deep).find('a'.repeat(4_000))).toThrow(JavaRegexLimitError);
  });

  it.each(['(a)\\1', '(?=a)a', '(?<!a)b', '(?>a|ab)c', 'a++b', '(a{1,100}){1,100}'])('is not made of %s', (pattern) => {
    expect(linear(pattern)).toBeUndefined();
  });

  it("decides as Node's own engine does on patterns that both read alike", () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\b', '(?:ab)', '(a|b|)', '((?:a|ab)*)');
    const repeat = fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}', '{0,3}', '{2,}', '*?', '+?');
    const part = fc.tuple(atom, repeat).map(([a, q]) => (a === '\\b' ? a : a + q));
    const pattern = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '-', '😀'), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (source, value) => {
        expect(linear(source)?.(value)).toBe(new RegExp(`^(?:${source})$`, 'u').test(value));
      }),
      { numRuns: 2_000 },
    );
  });
});
