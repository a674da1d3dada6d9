import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { models as texts } from '../../../texts/en/models.ts';
import { DeleteModel } from '../delete-model.tsx';
import { type Model, modelPath, useModels } from '../use-models.ts';

/** All models of an API. */
export function ModelList({ apiId }: { readonly apiId: string }): JSX.Element {
  const href = useHref();
  const models = useModels(apiId);
  const [chosen, setChosen] = useQueryParam('model');
  const [dialog, setDialog] = useQueryParam('dialog');
  const selected = models.data?.find(({ name }) => name === chosen);
  const create = <Button href={href(`/apis/${apiId}/models/create`)}>{texts.create.button}</Button>;
  return (
    <>
      <PagedTable
        title={texts.tabs.models}
        description={texts.list.description}
        query={models}
        columns={columns(apiId, href)}
        id={({ name = '' }) => name}
        empty={<EmptyState title={texts.list.empty.title} text={texts.list.empty.text} action={create} />}
        selected={selected ? [selected] : []}
        onSelect={([model]) => setChosen(model?.name ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => models.refetch()} />
            <Button disabled={!selected} onClick={() => setDialog('delete')}>
              {texts.delete.button}
            </Button>
            <Button variant="primary" href={href(`/apis/${apiId}/models/create`)}>
              {texts.create.button}
            </Button>
          </SpaceBetween>
        }
      />
      {dialog === 'delete' && selected?.name !== undefined && (
        <DeleteModel apiId={apiId} name={selected.name} onClose={() => setDialog('')} />
      )}
    </>
  );
}

function columns(apiId: string, href: (path: string) => string): readonly Column<Model>[] {
  const { columns: headers } = texts.list;
  return [
    {
      id: 'name',
      header: headers.name,
      value: ({ name }) => name,
      cell: ({ name = '' }) => <Link href={href(modelPath(apiId, name))}>{name}</Link>,
      isRowHeader: true,
      minWidth: 160,
    },
    { id: 'contentType', header: headers.contentType, value: ({ contentType }) => contentType, minWidth: 160 },
    { id: 'description', header: headers.description, value: ({ description }) => description },
  ];
}
