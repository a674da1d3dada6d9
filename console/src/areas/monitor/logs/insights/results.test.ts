import { expect, it } from 'vitest';
import { fieldsOf, linesOf, rowsOf } from './results.ts';

const answer = (...rows: readonly Readonly<Record<string, string>>[]) => ({
  results: rows.map((row) => Object.entries(row).map(([field, value]) => ({ field, value }))),
  $metadata: {},
});

// API reference, GetQueryResults: fields of a row by name, and @ptr to the event.
it('shows rows without pointers, and draws what is grouped by bin()', () => {
  const found = rowsOf(
    answer(
      { 'bin(5m)': '2026-11-28 07:05:00.000', hits: '4', '@ptr': 'x' },
      { 'bin(5m)': '2026-11-28 07:00:00.000', hits: '2', '@ptr': 'y' },
    ),
  );
  expect(fieldsOf(found)).toEqual(['bin(5m)', 'hits']);
  expect(linesOf(found)).toEqual([
    {
      title: 'hits',
      points: [
        { atMs: Date.parse('2026-11-28T07:00:00Z'), value: 2 },
        { atMs: Date.parse('2026-11-28T07:05:00Z'), value: 4 },
      ],
    },
  ]);
});

it('draws no events', () => {
  expect(linesOf(rowsOf(answer({ '@timestamp': '2026-11-28 07:00:00.000', status: '200' })))).toEqual([]);
});
