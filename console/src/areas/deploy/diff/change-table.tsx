import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Pagination from '@cloudscape-design/components/pagination';
import { type JSX, useState } from 'react';
import { WrappedTable } from '../../../parts/wrapped-table.tsx';
import { changes as texts } from '../../../texts/en/changes.ts';
import { type ApiChange, RISKS } from './use-diff.ts';
import { detailsOf, sentenceOf } from './words.ts';

const PAGE = 20;
const COLORS = { breaking: 'severity-critical', risky: 'severity-medium', safe: 'green' } as const;

/** Changes, those that break clients first. */
export function ChangeTable({ changes }: { readonly changes: readonly ApiChange[] }): JSX.Element {
  const [page, setPage] = useState(1);
  const sorted = [...changes].sort((a, b) => RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk));
  const pages = Math.ceil(sorted.length / PAGE);
  const count = (risk: ApiChange['risk']): number => changes.filter((change) => change.risk === risk).length;
  return (
    <WrappedTable
      variant="borderless"
      header={
        <Box variant="h3" tagOverride="h2">
          {texts.title}: {texts.summary(count('breaking'), count('risky'), count('safe'))}
        </Box>
      }
      items={sorted.slice((page - 1) * PAGE, page * PAGE)}
      pagination={
        pages > 1 && (
          <Pagination
            currentPageIndex={page}
            pagesCount={pages}
            onChange={({ detail }) => setPage(detail.currentPageIndex)}
          />
        )
      }
      columnDefinitions={[
        {
          id: 'risk',
          header: texts.columns.risk,
          cell: ({ risk }) => <Badge color={COLORS[risk]}>{texts.risks[risk]}</Badge>,
          width: 130,
        },
        { id: 'change', header: texts.columns.change, cell: (change) => <Change change={change} />, isRowHeader: true },
      ]}
    />
  );
}

function Change({ change }: { readonly change: ApiChange }): JSX.Element {
  const details = detailsOf(change);
  return (
    <>
      <Box fontWeight="bold">{sentenceOf(change)}</Box>
      {details.map((detail) => (
        <Box key={detail} color="text-body-secondary" fontSize="body-s">
          {detail}
        </Box>
      ))}
    </>
  );
}
