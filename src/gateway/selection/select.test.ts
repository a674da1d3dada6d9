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

  it('is never one whose pattern cannot be used, and the operator hears of it', () => {
    const warnings: string[] = [];
    const responses = [{ statusCode: '400', selectionPattern: '(a)\\1' }, { statusCode: '200' }];
    expect(select(responses, 'aa', warnings)).toBe('200');
    expect(warnings.join()).toContain('(a)\\1');
  });
});
