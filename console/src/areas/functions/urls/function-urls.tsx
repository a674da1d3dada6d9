import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { useAction, useAll } from '../../../data/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { functionSettings } from '../../../texts/en/function-settings.ts';
import { qualifierOf } from '../qualifier-of.ts';
import { useDialog } from '../use-dialog.ts';
import { LATEST } from '../use-versions.ts';
import { UrlDialog } from './url-dialog.tsx';

const texts = functionSettings.urls;

/** Addresses at which a function, or an alias of it, is called without an API. */
export function FunctionUrls({ functionName }: { readonly functionName: string }): JSX.Element {
  const urls = useAll(
    'lambda',
    'listFunctionUrlConfigs',
    { FunctionName: functionName },
    (page) => page.FunctionUrlConfigs,
  );
  const dialog = useDialog();
  const [selected, setSelected] = useState('');
  const named = (arn: string | undefined): string => qualifierOf(arn) || LATEST;
  const chosen = urls.data?.filter(({ FunctionArn }) => named(FunctionArn) === selected) ?? [];
  const edited = urls.data?.find(({ FunctionArn }) => named(FunctionArn) === dialog.item);
  const remove = useAction('lambda', 'deleteFunctionUrlConfig');
  const isSomeChosen = chosen.length > 0;
  return (
    <>
      <PagedTable
        title={texts.title}
        description={texts.hint}
        query={urls}
        searchParameter="url"
        id={({ FunctionArn }) => named(FunctionArn)}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
        selected={chosen}
        onSelect={([item]) => setSelected(item ? named(item.FunctionArn) : '')}
        columns={[
          {
            id: 'url',
            header: texts.url,
            value: ({ FunctionUrl }) => FunctionUrl,
            cell: ({ FunctionUrl = '' }) => <CopyText text={FunctionUrl} />,
            isRowHeader: true,
            minWidth: 260,
          },
          { id: 'qualifier', header: texts.qualifier, value: ({ FunctionArn }) => named(FunctionArn) },
          { id: 'auth', header: texts.auth, value: ({ AuthType }) => AuthType },
          {
            id: 'mode',
            header: texts.mode,
            value: ({ InvokeMode }) => (InvokeMode === 'RESPONSE_STREAM' ? texts.streaming : texts.buffered),
            isMinor: true,
          },
          { id: 'cors', header: texts.cors, value: ({ Cors }) => Cors?.AllowOrigins?.join(', '), isMinor: true },
        ]}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={!isSomeChosen} onClick={() => dialog.open('delete-url', selected)}>
              {texts.delete}
            </Button>
            <Button disabled={!isSomeChosen} onClick={() => dialog.open('edit-url', selected)}>
              {texts.edit}
            </Button>
            <Button onClick={() => dialog.open('create-url')}>{texts.create}</Button>
          </SpaceBetween>
        }
      />
      {dialog.name === 'create-url' && <UrlDialog functionName={functionName} onClose={dialog.close} />}
      {dialog.name === 'edit-url' && edited && (
        <UrlDialog functionName={functionName} edited={edited} onClose={dialog.close} />
      )}
      {dialog.name === 'delete-url' && dialog.item !== '' && (
        <DeleteDialog
          texts={{ title: texts.delete, consequence: texts.consequence, done: texts.deleted }}
          name={dialog.item}
          action={remove}
          input={{ FunctionName: functionName, ...(dialog.item !== LATEST && { Qualifier: dialog.item }) }}
          onClose={dialog.close}
        />
      )}
    </>
  );
}
