import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AwsClient, AwsError, Input } from '../../aws/index.ts';
import { useAws } from '../../session/index.ts';
import type { Period } from '../period/index.ts';
import { type FoundEvents, type LogEvent, latestEvents } from './latest-events.ts';

/** More are not read at once; a narrower search finds the rest. */
export const SHOWN_EVENTS = 2_000;

export interface EventQuery {
  readonly group: string;
  /** Empty for all. */
  readonly stream: string;
  /** A filter pattern; empty for all. */
  readonly pattern: string;
  readonly period: Period;
  /** Whether the last of the time are wanted, where there are more than are shown. */
  readonly isNewestFirst: boolean;
}

/** The events of a group that fit, the oldest first. */
export function useLogEvents(query: EventQuery): UseQueryResult<FoundEvents, AwsError> {
  const aws = useAws();
  const { group, stream, pattern, period, isNewestFirst } = query;
  const input: Input<'logs', 'filterLogEvents'> = {
    logGroupName: group,
    ...(stream && { logStreamNames: [stream] }),
    ...(pattern && { filterPattern: pattern }),
    limit: SHOWN_EVENTS,
  };
  return useQuery<FoundEvents, AwsError>({
    queryKey: [aws.region, 'logs', 'filterLogEvents', input, period, isNewestFirst],
    queryFn: ({ signal }) => {
      const read = (part: Period): Promise<FoundEvents> => firstEvents(aws, input, part, signal);
      return isNewestFirst ? latestEvents(read, period, SHOWN_EVENTS) : read(period);
    },
  });
}

async function firstEvents(
  aws: AwsClient,
  input: Input<'logs', 'filterLogEvents'>,
  { startMs, endMs }: Period,
  signal: AbortSignal,
): Promise<FoundEvents> {
  const events: LogEvent[] = [];
  let nextToken: string | undefined;
  do {
    const from = nextToken === undefined ? {} : { nextToken };
    const page = await aws.call(
      'logs',
      'filterLogEvents',
      { ...input, startTime: startMs, endTime: endMs, ...from },
      signal,
    );
    events.push(...(page.events ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined && events.length < SHOWN_EVENTS);
  return { events: events.slice(0, SHOWN_EVENTS), isCut: nextToken !== undefined };
}
