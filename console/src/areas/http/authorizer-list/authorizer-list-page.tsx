import Link from '@cloudscape-design/components/link';
import type { JSX } from 'react';
import type { Column } from '../../../parts/paged-table.tsx';
import { useHref, usePageParams } from '../../../routing/index.ts';
import { http } from '../../../texts/en/http.ts';
import { ItemListPage } from '../item-list-page.tsx';
import { type Authorizer, useAuthorizers } from '../use-http-api.ts';

const texts = http.authorizers;

/** All authorizers of an HTTP API. */
export default function AuthorizerListPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const href = useHref();
  const authorizers = useAuthorizers(apiId);
  return (
    <ItemListPage
      apiId={apiId}
      texts={texts}
      query={authorizers}
      columns={columns(apiId, href)}
      id={({ AuthorizerId = '' }) => AuthorizerId}
      create={href(`/apis/${apiId}/authorizers/create`)}
    />
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
