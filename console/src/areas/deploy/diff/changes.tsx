import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { QueryState } from '../../../parts/query-state.tsx';
import { changes as texts } from '../../../texts/en/changes.ts';
import { ChangeTable } from './change-table.tsx';
import { useDiff } from './use-diff.ts';

interface Props {
  readonly apiId: string;
  /** A deployment, or the API as it is now (`WORKING`). */
  readonly from: string;
  readonly to: string;
  /** Said where nothing differs, in place of what holds for any two. */
  readonly none?: { readonly title: string; readonly text: string };
}

/** What clients meet when one state of an API takes another's place, in words. */
export function Changes({ apiId, from, to, none = texts.none }: Props): JSX.Element {
  const diff = useDiff(apiId, from, to);
  return (
    <QueryState query={diff}>
      {(list) => {
        const breaking = list.filter(({ risk }) => risk === 'breaking').length;
        if (list.length === 0) return <Alert header={none.title}>{none.text}</Alert>;
        return (
          <SpaceBetween size="m">
            {breaking > 0 && <Alert type="warning">{texts.breakingAlert(breaking)}</Alert>}
            <ChangeTable changes={list} />
          </SpaceBetween>
        );
      }}
    </QueryState>
  );
}
