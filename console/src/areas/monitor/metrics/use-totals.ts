import type { Read } from '../../../data/index.ts';
import { useMetrics } from '../../../parts/metrics/index.ts';
import { type Period, wholeOf } from '../../../parts/period/index.ts';
import { ALL_MEASURES, isMeasured, type Measure, queriesOf, type Subject, totalOf } from './measures.ts';

/** Each measure as one figure; undefined where there is none. */
export type Totals = Readonly<Record<Measure, number | undefined>>;

/** What came of each subject within a period, in the same order. */
export function useTotals(subjects: readonly Subject[], period: Period): Read<readonly Totals[]> {
  const whole = wholeOf(period);
  const lines = useMetrics(
    subjects.flatMap((subject, at) => queriesOf(subject, ALL_MEASURES, whole, `s${at}`)),
    period,
  );
  const { data, error, isPending, refetch } = lines;
  const totals = ({ protocol }: Subject, at: number): Totals =>
    Object.fromEntries(
      ALL_MEASURES.map((measure) => [
        measure,
        isMeasured(measure, protocol) ? totalOf(measure, data?.get(`s${at}_${measure}`)) : undefined,
      ]),
    ) as Totals;
  return { data: data && subjects.map(totals), error, isPending, refetch };
}
