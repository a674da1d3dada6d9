import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AwsError, Input, Output } from '../../aws/index.ts';
import { useAws } from '../../session/index.ts';
import type { Period } from '../period/index.ts';

export type LogEvent = NonNullable<Output<'logs', 'filterLogEvents'>['events']>[number];

/** More are not read at once; a narrower search finds the rest. */
export const SHOWN_EVENTS = 2_000;

export interface FoundEvents {
  readonly events: readonly LogEvent[];
  readonly isCut: boolean;
}

export interface EventQuery {
  readonly group: string;
  /** Empty for all. */
  readonly stream: string;
  /** A filter pattern; empty for all. */
  readonly pattern: string;
  readonly period: Period;
}

/** The events of a group that fit, the oldest first. */
export function useLogEvents({ group, stream, pattern, period }: EventQuery): UseQueryResult<FoundEvents, AwsError> {
  const aws = useAws();
  const input: Input<'logs', 'filterLogEvents'> = {
    logGroupName: group,
    ...(stream && { logStreamNames: [stream] }),
    ...(pattern && { filterPattern: pattern }),
    startTime: period.startMs,
    endTime: period.endMs,
    limit: SHOWN_EVENTS,
  };
  return useQuery<FoundEvents, AwsError>({
    queryKey: [aws.region, 'logs', 'filterLogEvents', input],
    async queryFn({ signal }) {
      const events: LogEvent[] = [];
      let nextToken: string | undefined;
      do {
        const page = await aws.call(
          'logs',
          'filterLogEvents',
          { ...input, ...(nextToken !== undefined && { nextToken }) },
          signal,
        );
        events.push(...(page.events ?? []));
        nextToken = page.nextToken;
      } while (nextToken !== undefined && events.length < SHOWN_EVENTS);
      return { events: events.slice(0, SHOWN_EVENTS), isCut: nextToken !== undefined };
    },
  });
}
