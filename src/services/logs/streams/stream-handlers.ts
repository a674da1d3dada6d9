import { enumViolations, rangeViolations } from '../../../aws/index.ts';
import type { LogGroupRef, LogStreamFacts } from '../../../model/index.ts';
import type { LogsContext } from '../context.ts';
import { existing, invalidParameter, missing, refuse } from '../errors.ts';
import { requireGroup } from '../groups/index.ts';
import { LIMITS } from '../limits.ts';
import { groupNamed, groupOf, streamArn, streamNameViolations } from '../names.ts';
import { pageOf } from '../pagination.ts';
import { SEQUENCE_TOKEN } from '../sequence-token.ts';
import type { In, LogsHandlers, Out } from '../types.ts';

type Described = NonNullable<Out<'describeLogStreams'>['logStreams']>[number];

/** API reference, `CreateLogStream`, `DeleteLogStream`, `DescribeLogStreams`. */
export function streamHandlers({ store, logs }: LogsContext) {
  return {
    async createLogStream({ logGroupName, logStreamName }, { scope, nowMs }) {
      refuse(streamNameViolations(logStreamName));
      const group = groupNamed(scope, logGroupName);
      await requireGroup(store, group);
      if (!(await logs.createStream(group, logStreamName, nowMs))) throw existing.stream();
      return {};
    },

    async deleteLogStream({ logGroupName, logStreamName }, { scope }) {
      refuse(streamNameViolations(logStreamName));
      const group = groupNamed(scope, logGroupName);
      await requireGroup(store, group);
      if (!(await logs.deleteStream(group, logStreamName))) throw missing.stream();
      return {};
    },

    async describeLogStreams(input, { scope }) {
      const { logStreamNamePrefix: prefix = '', limit = LIMITS.page, nextToken } = input;
      checkDescription(input);
      const group = groupOf(scope, input);
      await requireGroup(store, group);
      const wanted = (await logs.listStreams(group)).filter(({ name }) => name.startsWith(prefix));
      const page = pageOf(inOrder(wanted, input), ({ name }) => name, { limit, nextToken });
      return {
        logStreams: page.items.map((stream) => describe(group, stream)),
        ...(page.nextToken !== undefined && { nextToken: page.nextToken }),
      };
    },
  } satisfies LogsHandlers;
}

function checkDescription({ orderBy, limit, logStreamNamePrefix }: In<'describeLogStreams'>): void {
  refuse(
    enumViolations(orderBy, 'orderBy', ['LogStreamName', 'LastEventTime']),
    rangeViolations(limit, 'limit', { min: 1, max: LIMITS.page }),
  );
  if (orderBy === 'LastEventTime' && logStreamNamePrefix !== undefined) {
    throw invalidParameter('Cannot order by LastEventTime with a logStreamNamePrefix.');
  }
}

/** @param streams ordered by name */
function inOrder(
  streams: readonly LogStreamFacts[],
  { orderBy, descending }: In<'describeLogStreams'>,
): readonly LogStreamFacts[] {
  const ordered =
    orderBy === 'LastEventTime'
      ? streams.toSorted((one, other) => (one.lastEventMs ?? 0) - (other.lastEventMs ?? 0))
      : streams;
  return descending === true ? ordered.toReversed() : ordered;
}

/** A stream without events has no times of any. Of its size nothing is told (`LogStream.storedBytes`). */
function describe(group: LogGroupRef, stream: LogStreamFacts): Described {
  const { name, createdMs, firstEventMs, lastEventMs, lastIngestedMs } = stream;
  return {
    logStreamName: name,
    creationTime: createdMs,
    arn: streamArn(group, name),
    storedBytes: 0,
    ...(firstEventMs !== undefined && {
      firstEventTimestamp: firstEventMs,
      lastEventTimestamp: lastEventMs,
      lastIngestionTime: lastIngestedMs,
      uploadSequenceToken: SEQUENCE_TOKEN,
    }),
  };
}
