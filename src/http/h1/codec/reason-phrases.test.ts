import { STATUS_CODES } from 'node:http';
import { expect, it } from 'vitest';
import { REASON_PHRASES } from './reason-phrases.ts';

it("are those of Node's own server", () => {
  expect(REASON_PHRASES).toEqual(STATUS_CODES);
});
