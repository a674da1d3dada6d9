import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import type { JSX } from 'react';
import type { Output } from '../../../../aws/index.ts';
import { useAll } from '../../../../data/index.ts';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../../parts/paged-table.tsx';
import { Moment } from '../../../../parts/period/index.ts';
import { useHref } from '../../../../routing/index.ts';
import { logs } from '../../../../texts/en/logs.ts';
import { streamPath } from '../addresses.ts';

const texts = logs.streams;

type Stream = NonNullable<Output<'logs', 'describeLogStreams'>['logStreams']>[number];

/** The streams of a group; each leads to its events. */
export function Streams({ group }: { readonly group: string }): JSX.Element {
  const href = useHref();
  const input = { logGroupName: group, limit: 50, orderBy: 'LastEventTime', descending: true } as const;
  const streams = useAll('logs', 'describeLogStreams', input, ({ logStreams }) => logStreams);
  const columns: readonly Column<Stream>[] = [
    {
      id: 'name',
      header: texts.name,
      value: ({ logStreamName }) => logStreamName,
      cell: ({ logStreamName = '' }) => <Link href={href(streamPath(group, logStreamName))}>{logStreamName}</Link>,
      isRowHeader: true,
      minWidth: 260,
    },
    time('first', texts.first, ({ firstEventTimestamp }) => firstEventTimestamp),
    time('last', texts.last, ({ lastEventTimestamp }) => lastEventTimestamp),
  ];
  return (
    <PagedTable
      title={texts.title}
      query={streams}
      columns={columns}
      id={({ logStreamName = '' }) => logStreamName}
      empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
      actions={<Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => streams.refetch()} />}
    />
  );
}

function time(id: string, header: string, value: (stream: Stream) => number | undefined): Column<Stream> {
  return {
    id,
    header,
    value,
    cell: (stream) => {
      const atMs = value(stream);
      return atMs === undefined ? logs.none : <Moment atMs={atMs} />;
    },
    minWidth: 180,
  };
}
