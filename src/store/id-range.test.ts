import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareIds, idRange } from './id-range.ts';

const ids = fc.string({ unit: 'binary', maxLength: 5 }).filter((id) => !id.includes('\0'));

test('ids compare as their UTF-8 bytes do', () => {
  fc.assert(
    fc.property(ids, ids, (a, b) => {
      expect(Math.sign(compareIds(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});

test('a range holds the ids that begin with the prefix and come after `after` and before `before`, no others', () => {
  const corners = fc.constantFrom('\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}', '\u0001', 'a', '/');
  const near = fc.string({ unit: corners, maxLength: 3 });
  fc.assert(
    fc.property(near, near, fc.option(near, { nil: undefined }), near, (prefix, after, end, id) => {
      const isBefore = end === undefined || Buffer.compare(Buffer.from(id), Buffer.from(end)) < 0;
      const isAfter = Buffer.compare(Buffer.from(id), Buffer.from(after)) > 0;
      const expected = id.startsWith(prefix) && isAfter && isBefore;
      const { from, before } = idRange({ prefix, after, ...(end !== undefined && { before: end }) });
      const isIn = compareIds(id, from) >= 0 && (before === undefined || compareIds(id, before) < 0);
      expect(isIn).toBe(expected);
    }),
    { numRuns: 1_000 },
  );
});

test('without prefix and `after` a range has no end', () => {
  expect(idRange({})).toEqual({ from: '' });
});
