import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { Page } from '../../page/index.ts';
import { apiPath } from '../../parts/api-path.ts';
import { CopyText } from '../../parts/copy-text.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../parts/paged-table.tsx';
import { Time } from '../../parts/time.tsx';
import { useHref } from '../../routing/index.ts';
import { apis as texts } from '../../texts/en/apis.ts';
import { DeleteApi } from './delete-api.tsx';
import { type ListedApi, useApis } from './use-apis.ts';

/** All APIs of the region. */
export default function ApiListPage(): JSX.Element {
  const href = useHref();
  const apis = useApis();
  const [selected, setSelected] = useState<ListedApi>();
  const [isDeleting, setDeleting] = useState(false);
  return (
    <Page title={texts.list.title} trail={[{ text: texts.service, path: '/apis' }]} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.list.title}
        query={apis}
        columns={columns(href)}
        id={(api) => api.id}
        empty={<FirstRun />}
        selected={selected ? [selected] : []}
        onSelect={([api]) => setSelected(api)}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={texts.list.refresh} onClick={() => apis.refetch()} />
            <Button disabled={!selected} onClick={() => setDeleting(true)}>
              {texts.delete.button}
            </Button>
            <Button variant="primary" href={href('/apis/create')}>
              {texts.list.create}
            </Button>
          </SpaceBetween>
        }
      />
      {selected && isDeleting && (
        <DeleteApi
          api={selected}
          onClose={() => {
            setDeleting(false);
            setSelected(undefined);
          }}
        />
      )}
    </Page>
  );
}

/** Nobody has made an API here: what one is, and two ways to begin. */
function FirstRun(): JSX.Element {
  const href = useHref();
  const { title, text, example } = texts.list.empty;
  return (
    <EmptyState
      title={title}
      text={text}
      action={
        <SpaceBetween direction="horizontal" size="xs">
          <Button variant="primary" href={href('/apis/create')}>
            {texts.list.create}
          </Button>
          <Button href={href('/apis/create?from=example')}>{example}</Button>
        </SpaceBetween>
      }
    />
  );
}

function columns(href: (path: string) => string): readonly Column<ListedApi>[] {
  const { columns: headers, protocols } = texts.list;
  return [
    {
      id: 'name',
      header: headers.name,
      value: (api) => api.name,
      cell: ({ id, name, protocol }) =>
        protocol === 'WEBSOCKET' ? name : <Link href={href(apiPath(id, protocol))}>{name}</Link>,
      isRowHeader: true,
      minWidth: 160,
    },
    { id: 'description', header: headers.description, value: (api) => api.description },
    { id: 'id', header: headers.id, value: (api) => api.id, cell: (api) => <CopyText text={api.id} />, minWidth: 150 },
    { id: 'protocol', header: headers.protocol, value: (api) => protocols[api.protocol] },
    { id: 'endpoint', header: headers.endpoint, value: (api) => api.endpoint, isMinor: true },
    {
      id: 'created',
      header: headers.created,
      value: (api) => api.created?.getTime(),
      cell: (api) => <Time date={api.created} />,
    },
  ];
}
