import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { useHref } from '../../../routing/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { policyPath } from '../addresses.ts';
import type { Entity } from '../entity/entity-calls.ts';
import { type AttachedPolicy, useAttached } from '../entity/use-attached.ts';
import { isAwsManaged } from '../use-policies.ts';
import { DetachPolicy } from './detach-policy.tsx';

const texts = iam.permissions.attached;

interface Props {
  readonly entity: Entity;
  onAttach(): void;
}

/** The managed policies of an entity. */
export function AttachedPolicies({ entity, onAttach }: Props): JSX.Element {
  const href = useHref();
  const attached = useAttached(entity);
  const [selectedArn, setSelected] = useState('');
  const [isDetaching, setDetaching] = useState(false);
  const selected = attached.data?.find(({ PolicyArn }) => PolicyArn === selectedArn);
  const attach = <Button onClick={onAttach}>{texts.attach}</Button>;
  return (
    <>
      <PagedTable
        title={texts.title}
        description={texts.hint}
        query={attached}
        columns={columns(href)}
        id={({ PolicyArn = '' }) => PolicyArn}
        searchParameter="attached"
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={attach} />}
        selected={selected ? [selected] : []}
        onSelect={([policy]) => setSelected(policy?.PolicyArn ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={!selected} onClick={() => setDetaching(true)}>
              {texts.detach}
            </Button>
            {attach}
          </SpaceBetween>
        }
      />
      {selected && isDetaching && (
        <DetachPolicy entity={entity} policy={selected} onClose={() => setDetaching(false)} />
      )}
    </>
  );
}

function columns(href: (path: string) => string): readonly Column<AttachedPolicy>[] {
  return [
    {
      id: 'name',
      header: texts.columns.name,
      value: ({ PolicyName }) => PolicyName,
      cell: ({ PolicyName = '', PolicyArn = '' }) => <Link href={href(policyPath(PolicyArn))}>{PolicyName}</Link>,
      isRowHeader: true,
      minWidth: 200,
    },
    {
      id: 'type',
      header: texts.columns.type,
      value: ({ PolicyArn = '' }) => iam.policyTypes[isAwsManaged(PolicyArn) ? 'aws' : 'customer'],
      minWidth: 160,
    },
  ];
}
