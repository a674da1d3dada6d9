import { expect, it } from 'vitest';
import { generatePassword } from './generate-password.ts';

it('has every kind of character that a password policy asks for (API reference, UpdateAccountPasswordPolicy)', () => {
  for (let count = 0; count < 200; count += 1) {
    const password = generatePassword();
    expect(password).toHaveLength(20);
    for (const kind of [/[A-Z]/, /[a-z]/, /\d/, /[!@#$%^&*()_+\-=[\]{}|']/]) expect(password).toMatch(kind);
  }
  expect(generatePassword()).not.toBe(generatePassword());
  expect(generatePassword((limit) => limit - 1)).toHaveLength(20);
});
