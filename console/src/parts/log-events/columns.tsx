import { logs } from '../../texts/en/logs.ts';
import type { Column } from '../paged-table.tsx';
import { Moment } from '../period/index.ts';
import { Message } from './message.tsx';

const texts = logs.events.columns;

/** What is shown of an event, wherever it came from. */
export interface ShownEvent {
  /** Unique among those shown. */
  readonly id: string;
  readonly timestamp?: number | undefined;
  readonly message?: string | undefined;
  readonly logStreamName?: string | undefined;
}

export const eventColumns: readonly Column<ShownEvent>[] = [
  {
    id: 'time',
    header: texts.time,
    value: ({ timestamp }) => timestamp,
    cell: ({ timestamp = 0 }) => <Moment atMs={timestamp} />,
    minWidth: 170,
  },
  {
    id: 'message',
    header: texts.message,
    value: ({ message }) => message,
    cell: ({ message = '' }) => <Message text={message} />,
    isRowHeader: true,
    minWidth: 400,
  },
  {
    id: 'stream',
    header: texts.stream,
    value: ({ logStreamName }) => logStreamName,
    minWidth: 200,
    isMinor: true,
  },
];
