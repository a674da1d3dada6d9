import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageOf, type Result } from './pages.ts';

function resultOf(index: number, length: number): Result {
  const times = Array.from({ length }, (_, point) => 1_000 * index + point);
  return { id: `m${index}`, label: '', times, values: times, messages: [] };
}

describe('pages of data points', () => {
  it('are together all, each as large as was asked for but the last, and read no more than they hold', async () => {
    const lengths = fc.array(fc.nat(7), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(lengths, fc.integer({ min: 1, max: 9 }), async (all, size) => {
        const found: number[] = [];
        let token: string | undefined;
        do {
          const asked: number[] = [];
          const page = await pageOf(
            all.length,
            (index) => {
              asked.push(index);
              return resultOf(index, all[index] ?? 0);
            },
            size,
            token,
          );
          expect(page.MetricDataResults).toHaveLength(asked.length);
          const values = page.MetricDataResults.flatMap(({ Values }) => Values);
          if (page.NextToken !== undefined) expect(values).toHaveLength(size);
          found.push(...values);
          token = page.NextToken;
        } while (token !== undefined);
        expect(found).toEqual(all.flatMap((length, index) => resultOf(index, length).values));
      }),
    );
  });
});
