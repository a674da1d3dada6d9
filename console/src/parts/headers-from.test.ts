import { expect, test } from 'vitest';
import { headersFrom } from './headers-from.ts';

test('reads headers from lines', () => {
  expect(headersFrom('Accept: text/plain\n\nbroken\nX-A:b:c ')).toEqual({ Accept: 'text/plain', 'X-A': 'b:c' });
});
