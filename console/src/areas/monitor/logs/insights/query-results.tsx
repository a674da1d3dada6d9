import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { Message } from '../../../../parts/log-events/index.ts';
import { LineChart } from '../../../../parts/metrics/index.ts';
import { type Column, PagedTable } from '../../../../parts/paged-table.tsx';
import type { Period } from '../../../../parts/period/index.ts';
import { logs } from '../../../../texts/en/logs.ts';
import type { Answer } from './answers.ts';
import { fieldsOf, linesOf, type Row, rowsOf } from './results.ts';

const texts = logs.insights.results;

type Numbered = Row & { readonly '#': string };

/** What a query has found so far: a chart where it groups by time, and all rows. */
export function QueryResults({ answer, period }: { readonly answer: Answer; readonly period: Period }): JSX.Element {
  const rows = rowsOf(answer);
  const lines = linesOf(rows);
  const { recordsMatched = 0, recordsScanned = 0 } = answer.statistics ?? {};
  const columns = fieldsOf(rows).map(
    (field): Column<Numbered> => ({
      id: field,
      header: field,
      value: (row) => row[field],
      cell: (row) => <Message text={row[field] ?? ''} />,
    }),
  );
  return (
    <SpaceBetween size="l">
      {lines.length > 0 && (
        <Container header={<Header variant="h2">{texts.chart}</Header>}>
          <LineChart label={texts.chart} lines={lines} period={period} />
        </Container>
      )}
      <PagedTable
        // Another query has other columns.
        key={columns.map(({ id }) => id).join()}
        title={texts.title}
        description={texts.statistics(answer.status ?? '', recordsMatched, recordsScanned)}
        query={{
          data: rows.map((row, at): Numbered => ({ ...row, '#': String(at) })),
          error: null,
          isPending: false,
          refetch: () => undefined,
        }}
        columns={columns}
        id={(row) => row['#']}
        pageSize={50}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
      />
    </SpaceBetween>
  );
}
