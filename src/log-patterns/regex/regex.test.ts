import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogPatternSyntaxError } from '../errors.ts';
import { compileRegex } from './index.ts';

describe('regular expressions of filter patterns', () => {
  // User guide, FilterAndPatternSyntax, "Usage of supported operators".
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['^[hc]at', ['hat', 'cat', 'cats'], ['what', 'bat']],
    ['[hc]at$', ['hat', 'that'], ['hats']],
    ['colou?r', ['color', 'colour'], ['colr']],
    ['[abcx-z]', ['y', 'b'], ['d']],
    ['^a{3,5}$', ['aaa', 'aaaaa'], ['aa', 'aaaaaa']],
    ['^a{2}$', ['aa'], ['a', 'aaa']],
    ['^a{,2}$', ['', 'aa'], ['aaa']],
    ['^a{2,}$', ['aa', 'aaaa'], ['a']],
    ['gray|grey', ['gray', 'greyish'], ['gry']],
    ['^starting|^initializing|^shutting down', ['starting up', 'shutting down'], ['skipping initializing']],
    ['abcc|ab[^c]$', ['abcc x', 'aba'], ['aac', 'abax']],
    ['\\[.\\]', ['[a]', '[7]', '[]]', '[ ]'], ['[ab]']],
    ['10\\.10\\.0\\.1', ['10.10.0.1'], ['10010,051']],
    ['10.10.0.1', ['10010,051'], []],
    ['ab*c', ['ac', 'abc', 'abbbc'], ['adc']],
    ['ab+c', ['abc', 'abbbc'], ['ac']],
    ['.at', ['hat', ' at', '#at'], ['at']],
    ['^\\d\\D$', ['1a'], ['11', 'aa']],
    ['^\\s\\S$', ['\ta', '\n1'], ['aa']],
    ['^\\w\\W$', ['_-', 'a '], ['--']],
    ['\\x3A\\x28', [':('], ['x']],
    ['.', ['é'], ['']],
  ])('%s', (source, matching, others) => {
    const { test: matches } = compileRegex(source);
    expect(matching.filter((text) => !matches(text))).toEqual([]);
    expect(others.filter((text) => matches(text))).toEqual([]);
  });

  it.each(['(a)', 'a!', 'a\\', '[a', 'a{', 'a{,}', 'a{3,1}', '*a', 'a**', 'a{9999}', '\\q', '\\xZZ', '[z-a]', "a'b"])(
    'refuses %s',
    (source) => {
      expect(() => compileRegex(source)).toThrow(LogPatternSyntaxError);
    },
  );

  it('agrees with the native engine', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '.',
      '[ab]',
      '[^a]',
      'a*',
      'b+',
      '.?',
      'a{2}',
      'b{1,2}',
      '^',
      '$',
      '|',
      '\\d',
    );
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', 'é') });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), fc.array(text, { maxLength: 5 }), (pieces, texts) => {
        const source = pieces.join('');
        const { test: matches } = compileRegex(source);
        // The same automaton runs over several texts: what it remembers of one must not change another.
        for (const each of texts) expect(matches(each)).toBe(new RegExp(source, 's').test(each));
      }),
    );
  });

  it('takes a time in proportion to the text, also where each character leads to a new set of states', () => {
    const { test: matches } = compileRegex('[ab][^c]{200}c');
    let text = '';
    for (let seed = 1; text.length < 65_536; seed = (seed * 48_271) % 2_147_483_647) text += 'abd'[seed % 3];
    const started = performance.now();
    expect(matches(text)).toBe(false);
    expect(performance.now() - started).toBeLessThan(4_000);
    expect(compileRegex('a*a*a*a*a*b').test('a'.repeat(262_144))).toBe(false);
  });
});
