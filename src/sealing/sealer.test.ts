import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSealer, isSealed, keyId, SealError } from './index.ts';

const key = randomBytes(32);
const sealer = createSealer({ key, use: 'store', randomBytes });

it.each(['', 'secret', 'ключ \u0000 🔑', 'x'.repeat(100_000)])('gives back what was sealed (%#)', (text) => {
  const sealed = sealer.seal(text, 'a');
  expect(sealer.open(sealed, 'a')).toBe(text);
  expect(isSealed(sealed)).toBe(true);
  expect(sealed).toMatch(/^[\w.-]+$/);
});

it('never seals alike', () => {
  expect(sealer.seal('secret', 'a')).not.toBe(sealer.seal('secret', 'a'));
});

it.each([
  ['for another purpose', (text: string) => sealer.open(text, 'b')],
  [
    'with another key',
    (text: string) => createSealer({ key: randomBytes(32), use: 'store', randomBytes }).open(text, 'a'),
  ],
  ['for another use of the key', (text: string) => createSealer({ key, use: 'tokens', randomBytes }).open(text, 'a')],
  ['without its end', (text: string) => sealer.open(text.slice(0, -4), 'a')],
  ['that is none', () => sealer.open('secret', 'a')],
  ['that is empty', () => sealer.open('sealed.1.', 'a')],
])('does not open what was sealed %s', (_, open) => {
  expect(() => open(sealer.seal('secret', 'a'))).toThrow(SealError);
});

it('notices every changed character', () => {
  const sealed = sealer.seal('secret', 'a');
  for (let at = 0; at < sealed.length - 1; at += 1) {
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
    expect(() => sealer.open(changed, 'a')).toThrow(SealError);
  }
});

it('names keys by what tells nothing of them', () => {
  expect(keyId(key)).toMatch(/^[0-9a-f]{16}$/);
  expect(keyId(key)).not.toBe(keyId(randomBytes(32)));
  expect(key.toString('hex')).not.toContain(keyId(key));
});
