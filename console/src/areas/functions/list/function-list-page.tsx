import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { Page } from '../../../page/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { functions } from '../../../texts/en/functions.ts';
import { DeleteFunction } from '../delete-function.tsx';
import { useFunctions } from '../use-functions.ts';
import { functionColumns } from './columns.tsx';

const texts = functions.list;

/** All functions of the region. */
export default function FunctionListPage(): JSX.Element {
  const href = useHref();
  const all = useFunctions();
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedName, setSelected] = useState<string>();
  const selected = all.data?.find(({ FunctionName }) => FunctionName === selectedName);
  const create = (
    <Button variant="primary" href={href('/functions/create/function')}>
      {texts.create}
    </Button>
  );
  return (
    <Page title={texts.title} trail={[{ text: functions.service, path: '/functions' }]} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        query={all}
        columns={functionColumns(href)}
        id={({ FunctionName = '' }) => FunctionName}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={create} />}
        selected={selected ? [selected] : []}
        onSelect={([item]) => setSelected(item?.FunctionName)}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => all.refetch()} />
            <Button disabled={!selected} onClick={() => setDialog('delete')}>
              {functions.delete.button}
            </Button>
            {create}
          </SpaceBetween>
        }
      />
      {dialog === 'delete' && selected && (
        <DeleteFunction name={selected.FunctionName ?? ''} onClose={() => setDialog('')} />
      )}
    </Page>
  );
}
