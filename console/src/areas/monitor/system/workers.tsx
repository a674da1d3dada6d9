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
  id: 'cpu' | 'rssBytes' | 'utilization' | 'delayP99Ms' | 'waiting',
  write: (value: number) => string = monitor.chart.number,
  isMinor = false,
): Column<Worker> {
  return {
    id,
    header: texts[id],
    value: (worker) => worker[id],
    cell: (worker) => (worker[id] === undefined ? monitor.none : write(worker[id])),
    minWidth: 80,
    isMinor,
  };
}

const COLUMNS: readonly Column<Worker>[] = [
  { id: 'pid', header: texts.pid, value: ({ pid }) => pid, isRowHeader: true, minWidth: 80 },
  {
    id: 'started',
    header: texts.started,
    value: ({ startedAt }) => startedAt,
    cell: ({ startedAt }) => <Time date={new Date(startedAt)} />,
    minWidth: 110,
    isMinor: true,
  },
  { id: 'requests', header: texts.requests, value: ({ requests }) => requests, minWidth: 80 },
  { id: 'rate', header: texts.rate, value: ({ requestsPerSecond }) => requestsPerSecond, minWidth: 80 },
  figure('cpu', system.share),
  figure('utilization', system.share, true),
  figure('rssBytes', logs.size),
  figure('delayP99Ms', monitor.chart.milliseconds),
  {
    id: 'connections',
    header: texts.connections,
    value: ({ connections }) => connections,
    cell: ({ connections, upstreamConnections }) =>
      connections === undefined || upstreamConnections === undefined
        ? monitor.none
        : texts.both(connections, upstreamConnections),
    minWidth: 80,
    isMinor: true,
  },
  figure('waiting', monitor.chart.number, true),
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
