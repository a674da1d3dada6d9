import type { Column } from '../../../parts/paged-table.tsx';
import { monitor } from '../../../texts/en/monitor.ts';
import { isCount, type Measure } from './measures.ts';
import type { Totals } from './use-totals.ts';

const texts = monitor.metrics;

/** The figures of a row, in the order of the columns. */
const SHOWN: readonly Measure[] = [
  'requests',
  'clientErrors',
  'serverErrors',
  'latencyP50',
  'latencyP90',
  'latencyP99',
  'integrationP50',
  'integrationP99',
  'cacheHits',
  'cacheMisses',
];

/** A column for each measure. */
export function totalColumns<T extends { readonly totals: Totals }>(): readonly Column<T>[] {
  return SHOWN.map((measure) => ({
    id: measure,
    header: texts.measures[measure],
    value: ({ totals }) => totals[measure],
    cell: ({ totals }) => figure(measure, totals[measure]),
  }));
}

export function figure(measure: Measure, value: number | undefined): string {
  if (value === undefined) return monitor.none;
  return isCount(measure) ? monitor.chart.number(value) : monitor.chart.milliseconds(value);
}
