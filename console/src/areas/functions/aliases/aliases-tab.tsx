import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref } from '../../../routing/index.ts';
import { functionVersions } from '../../../texts/en/function-versions.ts';
import { functionPath } from '../addresses.ts';
import { useDialog } from '../use-dialog.ts';
import { useAliases } from '../use-versions.ts';
import { AliasDialog } from './alias-dialog.tsx';
import { sharesOf } from './alias-draft.ts';

const texts = functionVersions.aliases;

/** Names of versions, which may share calls out to two. */
export function AliasesTab({ functionName }: { readonly functionName: string }): JSX.Element {
  const href = useHref();
  const aliases = useAliases(functionName);
  const dialog = useDialog();
  const [selected, setSelected] = useState('');
  const chosen = aliases.data?.filter(({ Name }) => Name === selected) ?? [];
  const edited = aliases.data?.find(({ Name }) => Name === dialog.item);
  const remove = useAction('lambda', 'deleteAlias');
  const isSomeChosen = chosen.length > 0;
  const create = <Button onClick={() => dialog.open('create-alias')}>{texts.create}</Button>;
  return (
    <>
      <PagedTable
        title={texts.title}
        description={texts.hint}
        query={aliases}
        searchParameter="alias"
        id={({ Name = '' }) => Name}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={create} />}
        selected={chosen}
        onSelect={([item]) => setSelected(item?.Name ?? '')}
        columns={[
          {
            id: 'name',
            header: texts.name,
            value: ({ Name }) => Name,
            cell: ({ Name = '' }) => <Link href={href(functionPath(functionName, '', Name))}>{Name}</Link>,
            isRowHeader: true,
          },
          {
            id: 'versions',
            header: texts.versions,
            value: (alias) =>
              sharesOf(alias)
                .map(({ version, percent }) => texts.share(version, percent))
                .join(', '),
          },
          { id: 'description', header: texts.description, value: ({ Description }) => Description || undefined },
        ]}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={!isSomeChosen} onClick={() => dialog.open('delete-alias', selected)}>
              {texts.delete}
            </Button>
            <Button disabled={!isSomeChosen} onClick={() => dialog.open('edit-alias', selected)}>
              {texts.edit}
            </Button>
            {create}
          </SpaceBetween>
        }
      />
      {dialog.name === 'create-alias' && <AliasDialog functionName={functionName} onClose={dialog.close} />}
      {dialog.name === 'edit-alias' && edited && (
        <AliasDialog functionName={functionName} edited={edited} onClose={dialog.close} />
      )}
      {dialog.name === 'delete-alias' && dialog.item !== '' && (
        <DeleteDialog
          texts={{ title: texts.delete, consequence: texts.consequence, done: texts.deleted }}
          name={dialog.item}
          action={remove}
          input={{ FunctionName: functionName, Name: dialog.item }}
          onClose={dialog.close}
        />
      )}
    </>
  );
}
