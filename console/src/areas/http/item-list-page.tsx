import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import type { Read } from '../../data/index.ts';
import { Page } from '../../page/index.ts';
import { useApiTrail } from '../../parts/api-trail.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../parts/paged-table.tsx';
import { http } from '../../texts/en/http.ts';

interface Props<T> {
  readonly apiId: string;
  readonly texts: {
    readonly title: string;
    readonly description: string;
    readonly empty: { readonly title: string; readonly text: string };
    readonly create: { readonly button: string };
  };
  readonly query: Read<readonly T[]>;
  readonly columns: readonly Column<T>[];
  id(item: T): string;
  /** The address of the page on which one is made. */
  readonly create: string;
}

/** All items of a kind that an HTTP API has, each with a page of its own. */
export function ItemListPage<T>({ apiId, texts, query, columns, id, create }: Props<T>): JSX.Element {
  const { title, description, empty } = texts;
  const trail = useApiTrail(apiId);
  return (
    <Page title={title} trail={trail} withoutHeader>
      <PagedTable
        variant="full-page"
        title={title}
        description={description}
        query={query}
        columns={columns}
        id={id}
        empty={
          <EmptyState
            title={empty.title}
            text={empty.text}
            action={<Button href={create}>{texts.create.button}</Button>}
          />
        }
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={http.refresh} onClick={() => query.refetch()} />
            <Button variant="primary" href={create}>
              {texts.create.button}
            </Button>
          </SpaceBetween>
        }
      />
    </Page>
  );
}
