import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { CopyText } from '../../../../parts/copy-text.tsx';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../../parts/paged-table.tsx';
import { useHref, useQueryParam } from '../../../../routing/index.ts';
import { usagePlans } from '../../../../texts/en/usage-plans.ts';
import { SecretValue } from '../../api-keys/secret-value.tsx';
import { keyPath } from '../../api-keys/use-keys.ts';
import { LeavePlan } from '../../leave-plan.tsx';
import { planPath, type UsagePlan } from '../use-plans.ts';
import { AddKey } from './add-key.tsx';
import { type PlanKey, usePlanKeys } from './use-plan-keys.ts';

const texts = usagePlans.keys;

/** The keys in a plan. */
export function PlanKeys({ plan }: { readonly plan: UsagePlan }): JSX.Element {
  const { id: planId = '', name = planId } = plan;
  const href = useHref();
  const keys = usePlanKeys(planId);
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedId, setSelected] = useQueryParam('selected');
  const selected = keys.data?.find(({ id }) => id === selectedId);
  const close = (): void => setDialog('');
  return (
    <>
      <PagedTable
        title={texts.title}
        description={texts.description}
        query={keys}
        columns={columns(href, planId)}
        id={({ id }) => id}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
        selected={selected ? [selected] : []}
        onSelect={([key]) => setSelected(key?.id ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={!selected} onClick={() => setDialog('remove-key')}>
              {texts.remove}
            </Button>
            <Button onClick={() => setDialog('add-key')}>{texts.add}</Button>
          </SpaceBetween>
        }
      />
      {dialog === 'add-key' && <AddKey planId={planId} joined={keys.data ?? []} onClose={close} />}
      {dialog === 'remove-key' && selected && (
        <LeavePlan apiKey={selected} plan={{ id: planId, name }} onClose={close} />
      )}
    </>
  );
}

function columns(href: (path: string) => string, planId: string): readonly Column<PlanKey>[] {
  const { columns: headers } = texts;
  return [
    {
      id: 'name',
      header: headers.name,
      value: ({ name }) => name,
      cell: ({ id, name }) => <Link href={href(keyPath(id))}>{name}</Link>,
      isRowHeader: true,
      minWidth: 160,
    },
    { id: 'id', header: headers.id, value: ({ id }) => id, cell: ({ id }) => <CopyText text={id} />, minWidth: 150 },
    {
      id: 'value',
      header: headers.value,
      value: () => undefined,
      cell: ({ id, name }) => <SecretValue keyId={id} name={name} />,
      minWidth: 140,
    },
    {
      id: 'usage',
      header: headers.usage,
      value: () => undefined,
      cell: ({ id, name }) => (
        <Link
          href={href(`${planPath(planId)}?tab=usage&key=${encodeURIComponent(id)}`)}
          ariaLabel={texts.usageOf(name)}
        >
          {texts.showUsage}
        </Link>
      ),
      minWidth: 120,
    },
  ];
}
