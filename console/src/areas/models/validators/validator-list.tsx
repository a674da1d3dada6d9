import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { useQueryParam } from '../../../routing/index.ts';
import { models } from '../../../texts/en/models.ts';
import { DeleteValidator } from './delete-validator.tsx';
import { useValidators, type Validator } from './use-validators.ts';
import { ValidatorDialog } from './validator-dialog.tsx';

const texts = models.validators;

/** All request validators of an API. */
export function ValidatorList({ apiId }: { readonly apiId: string }): JSX.Element {
  const validators = useValidators(apiId);
  const [chosen, setChosen] = useQueryParam('validator');
  const [dialog, setDialog] = useQueryParam('dialog');
  const selected = validators.data?.find(({ id }) => id === chosen);
  const close = (): void => setDialog('');
  return (
    <>
      <PagedTable
        title={models.tabs.validators}
        description={texts.description}
        query={validators}
        columns={COLUMNS}
        id={({ name }) => name}
        empty={
          <EmptyState
            title={texts.empty.title}
            text={texts.empty.text}
            action={<Button onClick={() => setDialog('create')}>{texts.create}</Button>}
          />
        }
        selected={selected ? [selected] : []}
        onSelect={([validator]) => setChosen(validator?.id ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={models.refresh} onClick={() => validators.refetch()} />
            <Button disabled={!selected} onClick={() => setDialog('edit')}>
              {texts.edit}
            </Button>
            <Button disabled={!selected} onClick={() => setDialog('delete')}>
              {texts.delete}
            </Button>
            <Button variant="primary" onClick={() => setDialog('create')}>
              {texts.create}
            </Button>
          </SpaceBetween>
        }
      />
      {dialog === 'create' && <ValidatorDialog apiId={apiId} onClose={close} />}
      {dialog === 'edit' && selected && <ValidatorDialog apiId={apiId} validator={selected} onClose={close} />}
      {dialog === 'delete' && selected && <DeleteValidator apiId={apiId} validator={selected} onClose={close} />}
    </>
  );
}

const checked = (isChecked: boolean): string => (isChecked ? texts.checked : texts.notChecked);
const COLUMNS: readonly Column<Validator>[] = [
  { id: 'name', header: texts.columns.name, value: ({ name }) => name, isRowHeader: true, minWidth: 160 },
  { id: 'body', header: texts.columns.body, value: ({ checksBody }) => checked(checksBody) },
  { id: 'parameters', header: texts.columns.parameters, value: ({ checksParameters }) => checked(checksParameters) },
  { id: 'id', header: texts.columns.id, value: ({ id }) => id },
];
