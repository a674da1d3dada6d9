import type { Read } from '../../../data/index.ts';
import { useMetrics } from '../../../parts/metrics/index.ts';
import { type Period, wholeOf } from '../../../parts/period/index.ts';
import { ALL_MEASURES, isMeasured, type Measure, queriesOf, type Subject, totalOf } from './measures.ts';

/** Each measure as one figure; undefined where there is none. */
export type Totals = Readonly<Record<Measure, number | undefined>>;

const OTHERS = ALL_MEASURES.filter((measure) => measure !== 'requests');

/**
 * What came of each subject within a period, in the same order. First how often each was called, then the rest of those that were: of
 * ten thousand APIs few are.
 */
export function useTotals(subjects: readonly Subject[], period: Period): Read<readonly Totals[]> {
  const whole = wholeOf(period);
  const queries = (subject: Subject, at: number, measures: readonly Measure[]) =>
    queriesOf(subject, measures, whole, `s${at}`);
  const counts = useMetrics(
    subjects.flatMap((subject, at) => queries(subject, at, ['requests'])),
    period,
  );
  const isCalled = (at: number): boolean => (totalOf('requests', counts.data?.get(`s${at}_requests`)) ?? 0) > 0;
  const rest = useMetrics(
    subjects.flatMap((subject, at) => (isCalled(at) ? queries(subject, at, OTHERS) : [])),
    period,
  );
  const figures = (measure: Measure, at: number) =>
    (measure === 'requests' ? counts : rest).data?.get(`s${at}_${measure}`);
  const totals = ({ protocol }: Subject, at: number): Totals =>
    Object.fromEntries(
      ALL_MEASURES.map((measure) => [
        measure,
        // Those that were not called have a sum of nothing.
        isMeasured(measure, protocol) ? totalOf(measure, figures(measure, at)) : undefined,
      ]),
    ) as Totals;
  return {
    data: counts.data && rest.data && subjects.map(totals),
    error: counts.error ?? rest.error,
    isPending: counts.isPending || rest.isPending,
    refetch: () => Promise.all([counts.refetch(), rest.refetch()]),
  };
}
