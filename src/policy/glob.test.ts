import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGlob, matchesGlob, type Piece } from './glob.ts';

const glob = (pattern: string) =>
  compileGlob(Array.from(pattern, (c): Piece => (c === '*' || c === '?' ? c : { text: c })));
const matches = (pattern: string, text: string) => matchesGlob(glob(pattern), text);

describe('a glob', () => {
  it.each([
    ['*', '', true],
    ['a*', 'a', true],
    ['a*c', 'abcbc', true],
    ['a?c', 'ac', false],
    ['*a*b*', 'xxaxxbxx', true],
    ['*ab', 'aab', true],
    ['ab', 'abc', false],
    ['a.c', 'abc', false],
  ])('%s on %s is %s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it('matches what the same regular expression matches', () => {
    const letters = fc.constantFrom('a', 'b', '*', '?');
    const pattern = fc.array(letters, { maxLength: 8 }).map((all) => all.join(''));
    const text = fc.array(fc.constantFrom('a', 'b'), { maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(pattern, text, (p, t) => {
        const regex = new RegExp(`^${p.replaceAll('*', '.*').replaceAll('?', '.')}$`);
        expect(matches(p, t)).toBe(regex.test(t));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no exponential time', () => {
    const start = performance.now();
    expect(matches(`${'*a'.repeat(500)}b`, 'a'.repeat(8000))).toBe(false);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
