import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Fragment, type JSX } from 'react';
import type { Read } from '../data/index.ts';
import { useQueryParam } from '../routing/index.ts';
import { type Column, PagedTable } from './paged-table.tsx';

interface Props<R extends Row> {
  readonly texts: { readonly title: string; readonly hint: string; readonly add: string; readonly remove: string };
  /** What holds for all, and then those that differ. */
  readonly rows: readonly [all: R, ...differing: R[]];
  readonly columns: readonly Column<R>[];
  /** The parameter of the address that keeps which one is chosen. */
  readonly parameter: string;
  /** Changes the settings of one, or of all. */
  form(key: string): JSX.Element;
  /** Asks for another that is to differ. */
  addition(onClose: () => void): JSX.Element;
  /** Asks whether one is to be as all others again. */
  removal(key: string, onClose: () => void): JSX.Element;
}

interface Row {
  readonly key: string;
}

/** Settings of all, and of those that differ from them, of which one is chosen to be changed. */
export function Overrides<R extends Row>(props: Props<R>): JSX.Element {
  const { texts, rows, columns, parameter, form, addition, removal } = props;
  const [chosen, choose] = useQueryParam(parameter);
  const [dialog, setDialog] = useQueryParam('dialog');
  const [all] = rows;
  const selected = rows.find(({ key }) => key === chosen) ?? all;
  const isAll = selected.key === all.key;
  const query = { data: rows, error: null, isPending: false, refetch: () => undefined } satisfies Read<readonly R[]>;
  const close = (): void => setDialog('');
  return (
    <SpaceBetween size="l">
      <PagedTable
        title={texts.title}
        description={texts.hint}
        query={query}
        columns={columns}
        id={({ key }) => key}
        empty=""
        selected={[selected]}
        onSelect={([row = all]) => choose(row.key === all.key ? '' : row.key)}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={isAll} onClick={() => setDialog('remove-override')}>
              {texts.remove}
            </Button>
            <Button onClick={() => setDialog('add-override')}>{texts.add}</Button>
          </SpaceBetween>
        }
      />
      {/* A form for each: what was typed for one is not another's. */}
      <Fragment key={selected.key}>{form(selected.key)}</Fragment>
      {dialog === 'add-override' && addition(close)}
      {dialog === 'remove-override' && !isAll && removal(selected.key, close)}
    </SpaceBetween>
  );
}
