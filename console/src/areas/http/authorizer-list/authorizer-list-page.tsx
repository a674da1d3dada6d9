import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, usePageParams } from '../../../routing/index.ts';
import { http } from '../../../texts/en/http.ts';
import { type Authorizer, useAuthorizers } from '../use-http-api.ts';

const texts = http.authorizers;

/** All authorizers of an HTTP API. */
export default function AuthorizerListPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const href = useHref();
  const trail = useApiTrail(apiId);
  const authorizers = useAuthorizers(apiId);
  const create = href(`/apis/${apiId}/authorizers/create`);
  return (
    <Page title={texts.title} trail={trail} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        description={texts.description}
        query={authorizers}
        columns={columns(apiId, href)}
        id={({ AuthorizerId = '' }) => AuthorizerId}
        empty={
          <EmptyState
            title={texts.empty.title}
            text={texts.empty.text}
            action={<Button href={create}>{texts.create.button}</Button>}
          />
        }
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={http.refresh} onClick={() => authorizers.refetch()} />
            <Button variant="primary" href={create}>
              {texts.create.button}
            </Button>
          </SpaceBetween>
        }
      />
    </Page>
  );
}

function columns(apiId: string, href: (path: string) => string): readonly Column<Authorizer>[] {
  const { columns: headers } = texts;
  return [
    {
      id: 'name',
      header: headers.name,
      value: ({ Name }) => Name,
      cell: ({ Name, AuthorizerId }) => <Link href={href(`/apis/${apiId}/authorizers/${AuthorizerId}`)}>{Name}</Link>,
      isRowHeader: true,
      minWidth: 140,
    },
    {
      id: 'type',
      header: headers.type,
      value: ({ AuthorizerType = '' }) => http.authorization.kinds[AuthorizerType] ?? AuthorizerType,
    },
    {
      id: 'source',
      header: headers.source,
      value: ({ IdentitySource = [] }) => IdentitySource.join(', ') || undefined,
      minWidth: 220,
    },
    { id: 'id', header: headers.id, value: ({ AuthorizerId }) => AuthorizerId, minWidth: 120 },
  ];
}
