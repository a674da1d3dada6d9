import { describe, expect, it } from 'vitest';
import { describeProblem, parseRetryAfter } from './problem.ts';

describe('a problem document', () => {
  it('tells its type, its detail and what went wrong with each name (RFC 8555 section 6.7.1)', () => {
    // The example of RFC 8555 section 6.7.1, with our words.
    const document = {
      type: 'urn:ietf:params:acme:error:malformed',
      detail: 'Some of the identifiers requested were rejected',
      subproblems: [
        {
          type: 'urn:ietf:params:acme:error:malformed',
          detail: 'Invalid underscore',
          identifier: { type: 'dns', value: '_example.org' },
        },
        { type: 'urn:ietf:params:acme:error:rejectedIdentifier', identifier: { type: 'dns', value: 'example.net' } },
      ],
    };
    expect(describeProblem(document)).toEqual({
      problem: 'malformed',
      text: 'Some of the identifiers requested were rejected; _example.org: Invalid underscore; example.net: rejectedIdentifier',
    });
  });

  it.each([[null], ['<html>'], [{}], [{ type: 7, detail: 8, subproblems: 9 }]])('may be anything: %j', (value) => {
    expect(describeProblem(value)).toEqual({ text: 'no reason was given' });
  });
});

describe('Retry-After (RFC 9110 section 10.2.3)', () => {
  const nowMs = Date.parse('1999-12-31T23:59:00Z');
  it.each([
    ['120', 120_000],
    ['Fri, 31 Dec 1999 23:59:59 GMT', 59_000],
    ['Fri, 31 Dec 1999 23:58:59 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('%s', (field, ms) => {
    expect(parseRetryAfter(field, nowMs)).toBe(ms);
  });
});
