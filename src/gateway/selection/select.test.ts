import { describe, expect, it } from 'vitest';
import { compileSelection, type Selectable } from './select.ts';

function select(responses: readonly Selectable[], value: string, warnings: string[] = []): string | undefined {
  return compileSelection(responses, (message) => warnings.push(message))(value)?.statusCode;
}

describe('the integration response', () => {
  it('is the one whose pattern matches the whole value (fact D50)', () => {
    const responses = [{ statusCode: '200' }, { statusCode: '404', selectionPattern: '40\\d' }];
    expect(select(responses, '404')).toBe('404');
    expect(select(responses, '4044')).toBe('200');
  });

  it('is the one without a pattern, or with an empty one, when none matches (fact D51; recorded: selectionPattern "")', () => {
    expect(select([{ statusCode: '200', selectionPattern: '' }], '')).toBe('200');
    expect(select([{ statusCode: '400', selectionPattern: '4..' }, { statusCode: '200' }], '500')).toBe('200');
  });

  it('is a pattern `.*` also when there is no error (fact D51)', () => {
    expect(select([{ statusCode: '200' }, { statusCode: '500', selectionPattern: '.*' }], '')).toBe('500');
  });

  it('of several that match: the one whose own status the backend gave, then the first (fact D51)', () => {
    const responses = [
      { statusCode: '400', selectionPattern: '4\\d{2}' },
      { statusCode: '404', selectionPattern: '4\\d{2}' },
    ];
    expect(select(responses, '404')).toBe('404');
    expect(select(responses, '409')).toBe('400');
  });

  it('does not exist without a match and a default (fact D52)', () => {
    expect(select([{ statusCode: '400', selectionPattern: '4..' }], '200')).toBeUndefined();
    expect(select([], '200')).toBeUndefined();
  });

  it.each([
    ['no pattern of Java’s', '(a', 'a', /never matches/],
    ['exponential', '(a+)+\\1b', 'a'.repeat(4_000), /given up/],
  ])('is never one whose pattern is %s, and the operator hears of it', (_what, selectionPattern, value, warning) => {
    const warnings: string[] = [];
    const responses = [{ statusCode: '400', selectionPattern }, { statusCode: '200' }];
    const before = performance.now();
    expect(select(responses, value, warnings)).toBe('200');
    expect(performance.now() - before).toBeLessThan(2_000);
    expect(warnings.join()).toMatch(warning);
  });

  it.each([
    // Fact D50: over the whole value; `.` takes no line feed.
    ['.+', 'a\nb', false],
    // Guide, "Handle standard Lambda errors": the advice for messages with line feeds.
    ['(\\n|.)+', 'a\nb', true],
    // Fact D51: `.*` takes the empty text, `.+` does not.
    ['.*', '', true],
    ['.+', '', false],
    // Guide, "Handle standard Lambda errors" and "Handle custom Lambda errors".
    ['Malformed.*', 'Malformed input ...', true],
    ['.*"httpStatus":500.*', '{"errorType":"X","httpStatus":500,"requestId":"r"}', true],
    ['4\\d{2}|5\\d{2}', '503', true],
    ['(?s).*Error.*', 'a\nError\nb', true],
    ['(?!.*error).*', 'an error', false],
  ])('by the pattern %s: %j matches: %s', (selectionPattern, value, matches) => {
    const responses = [{ statusCode: '400', selectionPattern }, { statusCode: '200' }];
    expect(select(responses, value)).toBe(matches ? '400' : '200');
  });
});
