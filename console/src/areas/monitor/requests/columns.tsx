import Link from '@cloudscape-design/components/link';
import type { RequestSummary } from '../../../../../src/model/explained-request.ts';
import type { Column } from '../../../parts/paged-table.tsx';
import { Moment } from '../../../parts/period/index.ts';
import { monitor } from '../../../texts/en/monitor.ts';
import { requests } from '../../../texts/en/requests.ts';
import { StatusCode } from './status-code.tsx';

const texts = requests.list;

/** @param names of APIs, by their ids @param keys names of API keys, by their ids */
export function requestColumns(
  href: (path: string) => string,
  names: ReadonlyMap<string, string>,
  keys: ReadonlyMap<string, string>,
): readonly Column<RequestSummary>[] {
  const { columns: headers } = texts;
  return [
    {
      id: 'time',
      header: headers.time,
      value: ({ requestTimeEpoch }) => requestTimeEpoch,
      cell: ({ requestTimeEpoch }) => <Moment atMs={requestTimeEpoch} />,
      minWidth: 165,
    },
    {
      id: 'path',
      header: headers.path,
      value: ({ httpMethod, path }) => `${httpMethod} ${path}`,
      cell: ({ httpMethod, path, requestId }) => (
        <Link href={href(`/requests/${requestId}`)} ariaLabel={texts.explain(httpMethod, path)}>
          {httpMethod} {path}
        </Link>
      ),
      isRowHeader: true,
      minWidth: 170,
    },
    {
      id: 'status',
      header: headers.status,
      value: ({ status }) => status,
      cell: ({ status }) => <StatusCode status={status} />,
      minWidth: 90,
    },
    { id: 'why', header: headers.why, value: ({ responseType }) => responseType ?? texts.ownAnswer, minWidth: 265 },
    {
      id: 'latency',
      header: headers.latency,
      value: ({ latencyMs }) => latencyMs,
      cell: ({ latencyMs }) => monitor.chart.milliseconds(latencyMs),
      minWidth: 90,
    },
    { id: 'api', header: headers.api, value: ({ apiId }) => names.get(apiId) ?? apiId, isMinor: true },
    {
      id: 'stage',
      header: headers.stage,
      value: ({ stage, isCanaryRequest }) => (isCanaryRequest ? texts.canary(stage) : stage),
      isMinor: true,
    },
    // A request's own page shows these; a table with them is wider than most windows.
    {
      id: 'key',
      header: headers.key,
      value: ({ apiKeyId }) => apiKeyId && (keys.get(apiKeyId) ?? apiKeyId),
      isSearchedOnly: true,
    },
    { id: 'source', header: headers.source, value: ({ sourceIp }) => sourceIp, isSearchedOnly: true },
    { id: 'id', header: headers.id, value: ({ requestId }) => requestId, isSearchedOnly: true },
  ];
}
