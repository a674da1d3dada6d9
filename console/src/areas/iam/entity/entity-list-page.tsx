import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, type ReactNode, useState } from 'react';
import type { Read } from '../../../data/index.ts';
import { Page } from '../../../page/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { useQueryParam } from '../../../routing/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { trailOf } from '../addresses.ts';

interface Props<T> {
  readonly texts: {
    readonly title: string;
    readonly hint: string;
    readonly empty: { readonly title: string; readonly text: string };
    readonly delete: { readonly title: string };
  };
  readonly query: Read<readonly T[]>;
  readonly columns: readonly Column<T>[];
  /** A name or an ARN. */
  id(entity: T): string;
  /** The button that leads to a new one. */
  readonly create: JSX.Element;
  /** Asks whether one shall be deleted. */
  deletion(id: string, onClose: () => void): JSX.Element;
  /** Other dialogs. */
  readonly children?: ReactNode;
}

/** All entities of a kind that the account has, of which one can be chosen to be deleted. */
export function EntityListPage<T>({ texts, query, columns, id, create, deletion, children }: Props<T>): JSX.Element {
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedId, select] = useState('');
  const selected = query.data?.filter((entity) => id(entity) === selectedId) ?? [];
  return (
    <Page title={texts.title} trail={trailOf()} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        description={texts.hint}
        query={query}
        columns={columns}
        id={id}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={create} />}
        selected={selected}
        onSelect={([entity]) => select(entity === undefined ? '' : id(entity))}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={iam.refresh} onClick={() => query.refetch()} />
            <Button disabled={selected.length === 0} onClick={() => setDialog('delete')}>
              {texts.delete.title}
            </Button>
            {create}
          </SpaceBetween>
        }
      />
      {children}
      {dialog === 'delete' && selected.length > 0 && deletion(selectedId, () => setDialog(''))}
    </Page>
  );
}
