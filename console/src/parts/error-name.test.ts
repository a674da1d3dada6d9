import { expect, test } from 'vitest';
import { errorNameInWords } from './error-name.ts';

test.each([
  ['UserNotFoundException', 'User not found'],
  ['InvalidParameterValue', 'Invalid parameter value'],
  ['InvalidKMSKeyException', 'Invalid KMS key'],
  ['ValidationError', 'Validation'],
  ['Exception', 'Exception'],
])('writes %s as a title', (name, title) => {
  expect(errorNameInWords(name)).toBe(title);
});
