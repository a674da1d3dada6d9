import type { JSX } from 'react';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { logs } from '../../../texts/en/logs.ts';
import { monitor } from '../../../texts/en/monitor.ts';
import { system } from '../../../texts/en/system.ts';
import type { Worker } from './use-system.ts';

const texts = system.workers;

/** A figure that a young worker has not told yet. */
function figure(
  id: 'cpu' | 'rssBytes' | 'utilization' | 'delayP99Ms' | 'connections' | 'upstreamConnections' | 'waiting',
  write: (value: number) => string = monitor.chart.number,
): Column<Worker> {
  return {
    id,
    header: texts[id],
    value: (worker) => worker[id],
    cell: (worker) => (worker[id] === undefined ? monitor.none : write(worker[id])),
  };
}

const COLUMNS: readonly Column<Worker>[] = [
  { id: 'pid', header: texts.pid, value: ({ pid }) => pid, isRowHeader: true },
  {
    id: 'started',
    header: texts.started,
    value: ({ startedAt }) => startedAt,
    cell: ({ startedAt }) => <Time date={new Date(startedAt)} />,
  },
  { id: 'requests', header: texts.requests, value: ({ requests }) => requests },
  { id: 'rate', header: texts.rate, value: ({ requestsPerSecond }) => requestsPerSecond },
  figure('cpu', system.share),
  figure('utilization', system.share),
  figure('rssBytes', logs.size),
  figure('delayP99Ms', monitor.chart.milliseconds),
  figure('connections'),
  figure('upstreamConnections'),
  figure('waiting'),
];

/** The gateway's processes and how they are used. */
export function Workers({ workers }: { readonly workers: readonly Worker[] }): JSX.Element {
  return (
    <PagedTable
      title={texts.title}
      description={texts.description}
      query={{ data: workers, error: null, isPending: false, refetch: () => undefined }}
      columns={COLUMNS}
      id={({ pid }) => String(pid)}
      empty={<EmptyState title={texts.empty} />}
    />
  );
}
