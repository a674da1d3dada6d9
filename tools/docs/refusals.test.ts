import { expect, it } from 'vitest';
import { refusalFinder, refusalsIn, unescaped } from './refusals.ts';

it('finds what a source may tell its callers, with `{}` for what is filled in', () => {
  const source = `
    const NAME_REFUSAL = 'The name is blank';
    export function f(name: string, types: string[]) {
      refuseViolations(enumViolations(name, \`\${at}.type\`, types));
      if (name === 'a') throw badRequest(name === '' ? \`No such thing: \${name}\` : 'Only two');
      throw new Error('This is our own defect');
    }
    const column = { description: 'Shown to those who list it' };`;
  expect(refusalsIn(source)).toEqual(['The name is blank', "Value '{}' at '{}.type'", 'No such thing: {}']);
});

it('finds a refusal in a test as it runs, whatever is filled in', () => {
  const isSaidIn = refusalFinder("Cannot delete '{}' (used by {}).");
  expect(isSaidIn(unescaped(`refusal('ConflictException', 'Cannot delete \\'a\\' (used by b/c).')`))).toBe(true);
  expect(isSaidIn("Cannot delete 'a'.")).toBe(false);
  expect(refusalFinder('{} Version {} is not supported')('x Version y is not supported')).toBe(true);
  expect(refusalFinder('a\nb')(unescaped("'a\\nb'"))).toBe(true);
});

it('takes no longer for a refusal of short pieces', () => {
  expect(refusalFinder('{} {} must be {}.')('a b '.repeat(500_000))).toBe(false);
});
