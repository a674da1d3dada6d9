import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorAlert } from '../../../parts/error-alert.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { keys as texts } from '../../../texts/en/keys.ts';
import { LIST_TRAIL } from '../trail.ts';
import { DeleteKey } from './delete-key.tsx';
import { keyColumns } from './key-columns.tsx';
import { useKeys } from './use-keys.ts';
import { useSetEnabled } from './use-set-enabled.ts';

/** All API keys of the region. */
export default function KeyListPage(): JSX.Element {
  const href = useHref();
  const keys = useKeys();
  const setEnabled = useSetEnabled();
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedId, setSelected] = useQueryParam('selected');
  const selected = keys.data?.find(({ id }) => id === selectedId);
  const isEnabled = selected?.enabled ?? false;
  const act = (action: string): void => {
    if (action === 'delete') setDialog('delete');
    else if (selected) setEnabled.run(selected, action === 'enable');
  };
  return (
    <Page title={texts.title} trail={LIST_TRAIL} withoutHeader>
      <SpaceBetween size="m">
        {setEnabled.error && <ErrorAlert error={setEnabled.error} />}
        <PagedTable
          variant="full-page"
          title={texts.title}
          query={keys}
          columns={keyColumns(href)}
          id={({ id = '' }) => id}
          empty={
            <EmptyState
              title={texts.empty.title}
              text={texts.empty.text}
              action={<Button href={href('/api-keys/create')}>{texts.create.button}</Button>}
            />
          }
          selected={selected ? [selected] : []}
          onSelect={([key]) => setSelected(key?.id ?? '')}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => keys.refetch()} />
              <ButtonDropdown
                disabled={!selected}
                loading={setEnabled.isRunning}
                items={[
                  { id: 'enable', text: texts.enable, disabled: isEnabled },
                  { id: 'disable', text: texts.disable, disabled: !isEnabled },
                  { id: 'delete', text: texts.delete.button },
                ]}
                onItemClick={({ detail }) => act(detail.id)}
              >
                {texts.actions}
              </ButtonDropdown>
              <Button href={href('/api-keys/import')}>{texts.import.button}</Button>
              <Button variant="primary" href={href('/api-keys/create')}>
                {texts.create.button}
              </Button>
            </SpaceBetween>
          }
        />
      </SpaceBetween>
      {dialog === 'delete' && selected && <DeleteKey apiKey={selected} onClose={() => setDialog('')} />}
    </Page>
  );
}
