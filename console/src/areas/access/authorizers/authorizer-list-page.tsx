import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { authorizers as texts } from '../../../texts/en/authorizers.ts';
import { authorizerColumns } from './columns.tsx';
import { DeleteAuthorizer } from './delete-authorizer.tsx';
import { useAuthorizers } from './use-authorizers.ts';

/** All authorizers of a REST API. */
export default function AuthorizerListPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const href = useHref();
  const trail = useApiTrail(apiId);
  const authorizers = useAuthorizers(apiId);
  const [selectedId, setSelected] = useState('');
  const [deletedId, setDeleted] = useQueryParam('delete');
  const find = (wanted: string) => authorizers.data?.find(({ id }) => id === wanted);
  const selected = find(selectedId);
  const deleted = find(deletedId);
  const create = `/apis/${apiId}/authorizers/create`;
  return (
    <Page title={texts.title} trail={trail} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        description={texts.description}
        query={authorizers}
        columns={authorizerColumns(apiId, href)}
        id={({ id = '' }) => id}
        empty={
          <EmptyState
            title={texts.empty.title}
            text={texts.empty.text}
            action={<Button href={href(create)}>{texts.create.button}</Button>}
          />
        }
        selected={selected ? [selected] : []}
        onSelect={([one]) => setSelected(one?.id ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => authorizers.refetch()} />
            <Button disabled={!selected} onClick={() => setDeleted(selectedId)}>
              {texts.delete.button}
            </Button>
            <Button variant="primary" href={href(create)}>
              {texts.create.button}
            </Button>
          </SpaceBetween>
        }
      />
      {deleted && <DeleteAuthorizer apiId={apiId} authorizer={deleted} onClose={() => setDeleted('')} />}
    </Page>
  );
}
