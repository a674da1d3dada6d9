import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import type { JSX } from 'react';
import { mapped } from '../../../data/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import type { Period } from '../../../parts/period/index.ts';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { monitor } from '../../../texts/en/monitor.ts';
import type { MonitoredApi } from '../use-monitored-apis.ts';
import { aboutPercentiles, totalColumns } from './columns.ts';
import { subjectOf } from './measures.ts';
import { type Totals, useTotals } from './use-totals.ts';

const texts = monitor.metrics.apis;

interface Row {
  readonly api: MonitoredApi;
  readonly totals: Totals;
}

interface Props {
  readonly apis: readonly MonitoredApi[];
  readonly period: Period;
}

/** All APIs by their figures; each leads to its charts. */
export function ApiTotals({ apis, period }: Props): JSX.Element {
  const href = useHref();
  const [chosen] = useQueryParam('period');
  // The period that is looked at, for the next page.
  const kept = chosen && `&period=${encodeURIComponent(chosen)}`;
  const totals = useTotals(
    apis.map((api) => subjectOf(api, '')),
    period,
  );
  const rows = mapped(totals, (all): readonly Row[] =>
    apis.flatMap((api, at) => (all[at] ? [{ api, totals: all[at] }] : [])),
  );
  const name: Column<Row> = {
    id: 'api',
    header: texts.name,
    value: ({ api }) => api.name,
    cell: ({ api }) => <Link href={href(`/monitor?api=${api.id}${kept}`)}>{api.name}</Link>,
    isRowHeader: true,
    minWidth: 160,
  };
  return (
    <PagedTable
      title={texts.title}
      description={[texts.description, aboutPercentiles(period)].join(' ')}
      query={rows}
      columns={[name, ...totalColumns<Row>()]}
      id={({ api }) => api.id}
      empty={
        <EmptyState
          title={texts.empty.title}
          text={texts.empty.text}
          action={<Button href={href('/apis/create')}>{texts.empty.action}</Button>}
        />
      }
    />
  );
}
