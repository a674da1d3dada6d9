import type { Column } from '../../../parts/paged-table.tsx';
import { type Period, wholeOf } from '../../../parts/period/index.ts';
import { monitor } from '../../../texts/en/monitor.ts';
import { isCount, isMeasured, type Measure, type Subject } from './measures.ts';
import type { Totals } from './use-totals.ts';

const texts = monitor.metrics;

/** The figures of a row, in the order of the columns: as many as a window has room for. The charts show the others. */
const SHOWN: readonly Measure[] = [
  'requests',
  'clientErrors',
  'serverErrors',
  'latencyP50',
  'latencyP99',
  'integrationP99',
  'cacheHits',
];
const MINOR: readonly Measure[] = ['latencyP50', 'integrationP99', 'cacheHits'];

/** A column for each measure; of all kinds of APIs where there is no protocol. */
export function totalColumns<T extends { readonly totals: Totals }>(
  protocol?: Subject['protocol'],
): readonly Column<T>[] {
  const shown = SHOWN.filter((measure) => protocol === undefined || isMeasured(measure, protocol));
  return shown.map((measure) => ({
    id: measure,
    header: texts.measures[measure],
    value: ({ totals }) => totals[measure],
    cell: ({ totals }) => figure(measure, totals[measure]),
    minWidth: 84,
    isMinor: MINOR.includes(measure),
  }));
}

export function figure(measure: Measure, value: number | undefined): string {
  if (value === undefined) return monitor.none;
  return isCount(measure) ? monitor.chart.number(value) : monitor.chart.milliseconds(value);
}

/** What percentiles are of, where not of the whole period. */
export function aboutPercentiles(period: Period): string | undefined {
  return period.endMs - period.startMs > wholeOf(period) * 1_000 ? texts.worstDay : undefined;
}
