import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { CodeEditor } from '../../../parts/code-editor/index.tsx';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { functionSettings } from '../../../texts/en/function-settings.ts';
import type { FunctionProps } from '../detail/function-props.ts';
import { useDialog } from '../use-dialog.ts';
import { qualifierInput } from '../use-versions.ts';
import { AddPermission } from './add-permission.tsx';
import { SourceLink } from './source-link.tsx';
import { usePolicy } from './use-policy.ts';

const texts = functionSettings.permissions;

/** The resource policy of a function, or of its version or alias that is shown; a statement a row. */
export function Permissions({ functionName, qualifier }: FunctionProps): JSX.Element {
  const policy = usePolicy(functionName, qualifier);
  const dialog = useDialog();
  const [selected, setSelected] = useState('');
  const chosen = policy.data?.filter(({ sid }) => sid === selected) ?? [];
  const remove = useAction('lambda', 'removePermission');
  return (
    <SpaceBetween size="l">
      <PagedTable
        title={texts.title}
        description={texts.hint}
        query={policy}
        searchParameter="statement"
        id={({ sid }) => sid}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
        selected={chosen}
        onSelect={([item]) => setSelected(item?.sid ?? '')}
        columns={[
          { id: 'sid', header: texts.sid, value: ({ sid }) => sid, isRowHeader: true, minWidth: 160 },
          { id: 'principal', header: texts.principal, value: ({ principal }) => principal, minWidth: 180 },
          { id: 'action', header: texts.action, value: ({ action }) => action, isMinor: true },
          {
            id: 'source',
            header: texts.source,
            value: ({ sourceArn }) => sourceArn,
            cell: ({ sourceArn }) => <SourceLink arn={sourceArn} />,
            minWidth: 200,
          },
        ]}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={chosen.length === 0} onClick={() => dialog.open('delete-permission', selected)}>
              {texts.remove}
            </Button>
            <Button onClick={() => dialog.open('add-permission')}>{texts.add}</Button>
          </SpaceBetween>
        }
      />
      {chosen.map(({ sid, json }) => (
        <CodeEditor key={sid} value={json} language="json" label={texts.statement(sid)} />
      ))}
      {dialog.name === 'add-permission' && (
        <AddPermission functionName={functionName} qualifier={qualifier} onClose={dialog.close} />
      )}
      {dialog.name === 'delete-permission' && dialog.item !== '' && (
        <DeleteDialog
          texts={{ title: texts.remove, consequence: texts.consequence, done: texts.removed }}
          name={dialog.item}
          action={remove}
          input={{ FunctionName: functionName, StatementId: dialog.item, ...qualifierInput(qualifier) }}
          onClose={dialog.close}
        />
      )}
    </SpaceBetween>
  );
}
