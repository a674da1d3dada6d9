import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { policies } from '../../../texts/en/policies.ts';
import { groupPath, rolePath, userPath } from '../addresses.ts';
import { DetachPolicy } from '../permissions/detach-policy.tsx';
import { AttachTo } from './attach-to.tsx';
import { type PolicyUse, usePolicyUses } from './use-policy.ts';

const texts = policies.entities;
const PATHS = { user: userPath, group: groupPath, role: rolePath } as const;

/** Who has a policy. */
export function EntitiesTab({ arn }: { readonly arn: string }): JSX.Element {
  const href = useHref();
  const uses = usePolicyUses(arn);
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedId, setSelected] = useState('');
  const selected = uses.data?.find((use) => idOf(use) === selectedId);
  const attach = <Button onClick={() => setDialog('attach-to')}>{texts.attach}</Button>;
  const close = (): void => setDialog('');
  return (
    <>
      <PagedTable
        title={texts.title}
        query={uses}
        columns={columns(href)}
        id={idOf}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={attach} />}
        selected={selected ? [selected] : []}
        onSelect={([use]) => setSelected(use ? idOf(use) : '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={selected?.as !== 'permissions'} onClick={() => setDialog('detach')}>
              {texts.detach}
            </Button>
            {attach}
          </SpaceBetween>
        }
      />
      {dialog === 'attach-to' && <AttachTo arn={arn} without={uses.data ?? []} onClose={close} />}
      {dialog === 'detach' && selected && (
        <DetachPolicy
          entity={selected}
          policy={{ PolicyArn: arn, PolicyName: arn.slice(arn.lastIndexOf('/') + 1) }}
          onClose={close}
        />
      )}
    </>
  );
}

/** What tells uses apart, and what a screen reader calls one. */
function idOf({ kind, name, as }: PolicyUse): string {
  return `${iam.kinds[kind]} ${name}, ${texts.as[as]}`;
}

function columns(href: (path: string) => string): readonly Column<PolicyUse>[] {
  return [
    {
      id: 'name',
      header: texts.columns.name,
      value: ({ name }) => name,
      cell: ({ kind, name }) => <Link href={href(PATHS[kind](name))}>{name}</Link>,
      isRowHeader: true,
      minWidth: 200,
    },
    { id: 'kind', header: texts.columns.kind, value: ({ kind }) => iam.kinds[kind] },
    { id: 'as', header: texts.columns.as, value: ({ as }) => texts.as[as] },
  ];
}
