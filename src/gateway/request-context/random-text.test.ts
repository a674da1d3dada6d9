import { createHash, randomFillSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { RandomText } from './random-text.ts';

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const random = () => new RandomText((bytes) => randomFillSync(bytes));

it('spells out the bytes that it is given, each once', () => {
  const given: Buffer[] = [];
  const text = new RandomText((bytes) => {
    const fill = createHash('sha512').update(String(given.length)).digest();
    bytes.forEach((_, i) => {
      bytes[i] = (fill[i % fill.length] ?? 0) ^ (i >> 6);
    });
    given.push(Buffer.from(bytes));
  });
  let spelled = '';
  while (given.length < 3) spelled += text.twelveBytes();
  expect(Buffer.concat(given).toString('hex').startsWith(spelled)).toBe(true);
});

it('makes UUIDs of version 4, as RFC 9562 section 5.4 lays them out, with all four variants', () => {
  const text = random();
  const made = Array.from({ length: 2_000 }, () => text.uuid());
  for (const uuid of made) expect(uuid).toMatch(UUID_V4);
  expect(new Set(made).size).toBe(made.length);
  expect(new Set(made.map((uuid) => uuid[19])).size).toBe(4);
});

it('makes eleven bytes of base64 that decode to eleven bytes and back, as the recorded FiV9AHvHoAMFtsg=', () => {
  const text = random();
  const made = Array.from({ length: 2_000 }, () => text.elevenBytes());
  for (const id of [...made, 'FiV9AHvHoAMFtsg=']) {
    const bytes = Buffer.from(id, 'base64url');
    expect(bytes).toHaveLength(11);
    expect(`${bytes.toString('base64url')}=`).toBe(id);
  }
  expect(new Set(made).size).toBe(made.length);
  expect(new Set(made.map((id) => id[14])).size).toBe(16);
});
