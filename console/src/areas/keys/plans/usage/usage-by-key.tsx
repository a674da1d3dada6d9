import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import type { JSX } from 'react';
import type { Read } from '../../../../data/index.ts';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { PagedTable } from '../../../../parts/paged-table.tsx';
import { useHref, useQueryParam } from '../../../../routing/index.ts';
import { usagePlans } from '../../../../texts/en/usage-plans.ts';
import type { PlanKey } from '../keys/use-plan-keys.ts';
import { planPath } from '../use-plans.ts';
import { ExtendQuota } from './extend-quota.tsx';
import type { KeyUsage } from './key-usage.ts';

interface Props {
  readonly planId: string;
  /** Of the quota: `month`. */
  readonly period: string;
  readonly usage: Read<readonly KeyUsage[]>;
  readonly keys: readonly PlanKey[];
}

const texts = usagePlans.usage;

/** What each key used and has left; its quota is extended here. */
export function UsageByKey({ planId, period, usage, keys }: Props): JSX.Element {
  const href = useHref();
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedId, setSelected] = useQueryParam('selected');
  const selected = usage.data?.find(({ keyId }) => keyId === selectedId);
  const names = new Map(keys.map(({ id, name }) => [id, name]));
  const nameOf = ({ keyId }: KeyUsage): string => names.get(keyId) ?? keyId;
  return (
    <>
      <PagedTable
        title={texts.table}
        description={texts.tableHint}
        query={usage}
        columns={[
          {
            id: 'key',
            header: texts.key,
            value: nameOf,
            cell: (one) => (
              <Link href={href(`${planPath(planId)}?tab=usage&key=${encodeURIComponent(one.keyId)}`)}>
                {nameOf(one)}
              </Link>
            ),
            isRowHeader: true,
            minWidth: 160,
          },
          {
            id: 'used',
            header: texts.used,
            value: ({ used }) => used,
            cell: ({ used }) => used.toLocaleString('en'),
            minWidth: 150,
          },
          {
            id: 'remaining',
            header: texts.remaining(period),
            value: ({ remaining }) => remaining,
            cell: ({ remaining }) => remaining.toLocaleString('en'),
            minWidth: 150,
          },
        ]}
        id={({ keyId }) => keyId}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
        selected={selected ? [selected] : []}
        onSelect={([one]) => setSelected(one?.keyId ?? '')}
        actions={
          <Button disabled={!selected} onClick={() => setDialog('extend')}>
            {texts.extend}
          </Button>
        }
      />
      {dialog === 'extend' && selected && (
        <ExtendQuota
          planId={planId}
          period={period}
          usage={selected}
          name={nameOf(selected)}
          onClose={() => setDialog('')}
        />
      )}
    </>
  );
}
