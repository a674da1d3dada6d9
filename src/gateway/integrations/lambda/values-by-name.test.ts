import fc from 'fast-check';
import { expect, it } from 'vitest';
import { valuesByName } from './values-by-name.ts';

const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme-ascii' }));
const names = fc.oneof(texts, fc.constantFrom('a', 'A', '1', '__proto__', 'constructor'));

it('is JSON of what was sent, whatever that is, with the last value of each name by itself (fact D10)', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(names, texts), { minLength: 1, maxLength: 40, size: 'max' }), (pairs) => {
      const sent = new Map<string, string[]>();
      for (const [name, value] of pairs) sent.set(name, [...(sent.get(name) ?? []), value]);
      const { single = '', multi = '' } = valuesByName(pairs.flat()) ?? {};
      expect(new Map(Object.entries(JSON.parse(multi)))).toEqual(sent);
      expect(new Map(Object.entries(JSON.parse(single)))).toEqual(
        new Map([...sent].map(([name, all]) => [name, all.at(-1)])),
      );
    }),
  );
});

it('is nothing where nothing was sent', () => {
  expect(valuesByName([])).toBeUndefined();
});
