import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import { mapped } from '../../../data/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { settings } from '../../../texts/en/settings.ts';
import { type CallRate, type Quota, useQuotas } from './use-quotas.ts';

const texts = settings.quotas;

/** How much there may be, how much there is, and how often one may ask. */
export function QuotasTab(): JSX.Element {
  const all = useQuotas();
  const { limits = '', isEnforced } = all.data ?? {};
  return (
    <SpaceBetween size="l">
      {all.data && <Alert type="info">{isEnforced ? texts.enforced : texts.notEnforced(limits)}</Alert>}
      <PagedTable<Quota>
        title={texts.title}
        query={mapped(all, ({ quotas }) => quotas)}
        columns={COLUMNS}
        id={({ what, owner }) => `${what} ${owner}`}
        empty={<EmptyState title={texts.empty} />}
      />
      {all.data && (
        <PagedTable<CallRate>
          title={texts.calls}
          description={texts.callsHint}
          query={mapped(all, ({ calls }) => calls)}
          columns={CALL_COLUMNS}
          id={({ operation = '' }) => operation}
          empty={<EmptyState title={texts.empty} />}
          searchParameter="operation"
        />
      )}
    </SpaceBetween>
  );
}

const COLUMNS: readonly Column<Quota>[] = [
  { id: 'what', header: texts.columns.what, value: ({ what }) => asHeading(what), isRowHeader: true, minWidth: 220 },
  {
    id: 'owner',
    header: texts.columns.owner,
    value: ({ owner }) => texts.owners[owner] ?? asHeading(owner),
    minWidth: 160,
  },
  {
    id: 'max',
    header: texts.columns.max,
    value: ({ max }) => max,
    cell: ({ max }) => max.toLocaleString('en'),
    minWidth: 100,
  },
  {
    id: 'used',
    header: texts.columns.used,
    value: ({ used }) => used,
    cell: ({ used, max }) => {
      if (used === undefined) return '–';
      const share = texts.share(used, max);
      return used >= max ? <StatusIndicator type="warning">{share}</StatusIndicator> : share;
    },
    minWidth: 140,
  },
];

const CALL_COLUMNS: readonly Column<CallRate>[] = [
  {
    id: 'operation',
    header: texts.callColumns.operation,
    value: ({ operation }) => operation ?? texts.allCalls,
    isRowHeader: true,
    minWidth: 240,
  },
  { id: 'rate', header: texts.callColumns.rate, value: rateInWords, minWidth: 240 },
];

/** The API's refusals write "Usage Plans" and "routing rules"; headings of this console write both as sentences begin. */
function asHeading(text: string): string {
  const lower = text.replaceAll(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** As AWS's guide writes it: so many calls every so many seconds, but for the total. */
function rateInWords({ operation, perSecond, burst }: CallRate): string {
  return operation === undefined
    ? texts.perSecond(perSecond, burst)
    : texts.every(Math.round(burst / perSecond), burst);
}
