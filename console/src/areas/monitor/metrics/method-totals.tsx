import Button from '@cloudscape-design/components/button';
import type { JSX } from 'react';
import { joined, type Read } from '../../../data/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import type { Period } from '../../../parts/period/index.ts';
import { useHref } from '../../../routing/index.ts';
import { monitor } from '../../../texts/en/monitor.ts';
import type { MonitoredApi } from '../use-monitored-apis.ts';
import { aboutPercentiles, totalColumns } from './columns.ts';
import { subjectOf } from './measures.ts';
import { type MeasuredMethod, useMeasuredMethods } from './use-measured-methods.ts';
import { type Totals, useTotals } from './use-totals.ts';

const texts = monitor.metrics.methods;

type Row = MeasuredMethod & { readonly totals: Totals };

const NAMES: readonly Column<Row>[] = [
  {
    id: 'method',
    header: texts.method,
    value: ({ method, resource }) => `${method} ${resource}`,
    isRowHeader: true,
    minWidth: 160,
  },
  { id: 'stage', header: texts.stage, value: ({ stage }) => stage },
];

interface Props {
  readonly api: MonitoredApi;
  readonly stage: string;
  readonly period: Period;
}

/** Each method by itself, as far as its stage measures it so. */
export function MethodTotals({ api, stage, period }: Props): JSX.Element {
  const href = useHref();
  const subject = subjectOf(api, stage);
  const methods = useMeasuredMethods(subject);
  const measured = methods.data ?? [];
  const totals = useTotals(
    measured.map(({ dimensions }) => ({ protocol: subject.protocol, dimensions })),
    period,
  );
  const state = joined<unknown>(methods, totals);
  const rows: Read<readonly Row[]> = {
    ...state,
    soFar: undefined,
    data:
      totals.data && measured.flatMap((one, at) => (totals.data?.[at] ? [{ ...one, totals: totals.data[at] }] : [])),
  };
  const settings = <Button href={href(settingsOf(api, stage))}>{texts.empty.action}</Button>;
  return (
    <PagedTable
      title={texts.title}
      description={aboutPercentiles(period)}
      query={rows}
      columns={[...NAMES, ...totalColumns<Row>(api.protocol)]}
      id={({ method, resource, stage: of }) => `${method} ${resource} ${of}`}
      empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={settings} />}
    />
  );
}

function settingsOf({ id, protocol }: MonitoredApi, stage: string): string {
  const tab = protocol === 'HTTP' ? 'routes' : 'methods';
  return stage === '' ? `/apis/${id}/stages` : `/apis/${id}/stages/${encodeURIComponent(stage)}?tab=${tab}`;
}
