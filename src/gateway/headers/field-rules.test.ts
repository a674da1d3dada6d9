import { expect, it } from 'vitest';
import { FieldRules } from './field-rules.ts';

it('knows a name in any case, however often and in however many spellings it comes (RFC 9110 section 5.1)', () => {
  const rules = new FieldRules([['via', 'drop']], 'pass');
  for (const spelling of ['via', 'Via', 'VIA', 'vIa', 'via'])
    expect(rules.of(spelling)).toMatchObject({ rule: 'drop', name: { text: spelling } });
  for (let i = 0; i < 2_000; i++) expect(rules.of(`x-${i}`).rule).toBe('pass');
  expect(rules.of('viA').rule).toBe('drop');
  expect(rules.of('x-0').rule).toBe('pass');
  expect(rules.of('constructor').rule).toBe('pass');
});
