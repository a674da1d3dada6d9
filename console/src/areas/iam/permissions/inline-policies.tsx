import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { useSteps } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useAws } from '../../../session/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { type Entity, entityCalls } from '../entity/entity-calls.ts';
import { useInlineNames } from '../entity/use-attached.ts';

const texts = iam.permissions.inline;

interface Props {
  readonly entity: Entity;
  /** @param name empty for a new one */
  onEdit(name: string): void;
}

/** The policies that an entity alone has. */
export function InlinePolicies({ entity, onEdit }: Props): JSX.Element {
  const names = useInlineNames(entity);
  const [selectedName, setSelected] = useState('');
  const [isDeleting, setDeleting] = useState(false);
  const selected = names.data?.find((name) => name === selectedName);
  const create = <Button onClick={() => onEdit('')}>{texts.create}</Button>;
  return (
    <>
      <PagedTable
        title={texts.title}
        description={texts.hint}
        query={names}
        columns={[
          {
            id: 'name',
            header: texts.name,
            value: (name) => name,
            cell: (name) => <Link onFollow={() => onEdit(name)}>{name}</Link>,
            isRowHeader: true,
          },
        ]}
        id={(name) => name}
        searchParameter="inline"
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={create} />}
        selected={selected === undefined ? [] : [selected]}
        onSelect={([name]) => setSelected(name ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={selected === undefined} onClick={() => setDeleting(true)}>
              {texts.delete}
            </Button>
            {create}
          </SpaceBetween>
        }
      />
      {selected !== undefined && isDeleting && (
        <DeleteInline entity={entity} name={selected} onClose={() => setDeleting(false)} />
      )}
    </>
  );
}

function DeleteInline({ entity, name, onClose }: { readonly entity: Entity; readonly name: string; onClose(): void }) {
  const aws = useAws();
  const remove = useSteps('iam', () => entityCalls(aws, entity).deleteInline(name));
  return (
    <DeleteDialog
      texts={{ title: texts.delete, consequence: texts.consequence(entity.name), done: texts.deleted }}
      name={name}
      action={remove}
      input={undefined}
      onClose={onClose}
    />
  );
}
