import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { useAction, useAll } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { functionSettings } from '../../../texts/en/function-settings.ts';
import { qualifierOf } from '../qualifier-of.ts';
import { useDialog } from '../use-dialog.ts';
import { ProvisionedDialog } from './provisioned-dialog.tsx';

const texts = functionSettings.provisioned;
const POLL_MS = 5_000;

/** Instances that are kept ready of versions and aliases. */
export function ProvisionedTable({ functionName }: { readonly functionName: string }): JSX.Element {
  const configs = useAll(
    'lambda',
    'listProvisionedConcurrencyConfigs',
    { FunctionName: functionName },
    (page) => page.ProvisionedConcurrencyConfigs,
    // What is asked for is not there at once.
    { refetchInterval: POLL_MS },
  );
  const dialog = useDialog();
  const [selected, setSelected] = useState('');
  const remove = useAction('lambda', 'deleteProvisionedConcurrencyConfig');
  const chosen = configs.data?.filter(({ FunctionArn }) => qualifierOf(FunctionArn) === selected) ?? [];
  return (
    <>
      <PagedTable
        title={texts.title}
        description={texts.hint}
        query={configs}
        searchParameter="provisioned"
        id={({ FunctionArn }) => qualifierOf(FunctionArn)}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
        selected={chosen}
        onSelect={([item]) => setSelected(qualifierOf(item?.FunctionArn))}
        columns={[
          {
            id: 'qualifier',
            header: texts.qualifier,
            value: ({ FunctionArn }) => qualifierOf(FunctionArn),
            isRowHeader: true,
          },
          { id: 'wanted', header: texts.wanted, value: (each) => each.RequestedProvisionedConcurrentExecutions },
          { id: 'ready', header: texts.ready, value: (each) => each.AvailableProvisionedConcurrentExecutions },
          {
            id: 'status',
            header: texts.status,
            value: ({ Status = '', StatusReason }) => StatusReason ?? texts.statuses[Status] ?? Status,
          },
        ]}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={chosen.length === 0} onClick={() => dialog.open('delete-provisioned', selected)}>
              {texts.delete}
            </Button>
            <Button onClick={() => dialog.open('provision', chosen.length === 0 ? '' : selected)}>{texts.set}</Button>
          </SpaceBetween>
        }
      />
      {dialog.name === 'provision' && (
        <ProvisionedDialog
          functionName={functionName}
          initial={dialog.item}
          initialAmount={chosen[0]?.RequestedProvisionedConcurrentExecutions ?? 1}
          onClose={dialog.close}
        />
      )}
      {dialog.name === 'delete-provisioned' && dialog.item !== '' && (
        <DeleteDialog
          texts={{ title: texts.delete, consequence: texts.consequence, done: texts.deleted }}
          name={dialog.item}
          action={remove}
          input={{ FunctionName: functionName, Qualifier: dialog.item }}
          onClose={dialog.close}
        />
      )}
    </>
  );
}
