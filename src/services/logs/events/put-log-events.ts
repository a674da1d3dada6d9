import type { Violation } from '../../../aws/index.ts';
import { LogStoreFullError } from '../../../model/index.ts';
import type { LogsContext } from '../context.ts';
import { missing, refuse, serviceUnavailable } from '../errors.ts';
import { requireGroup } from '../groups/index.ts';
import { LIMITS } from '../limits.ts';
import { groupNamed, streamNameViolations } from '../names.ts';
import { SEQUENCE_TOKEN } from '../sequence-token.ts';
import type { In, LogsHandlers } from '../types.ts';
import { takeBatch } from './batch.ts';

/** API reference, `PutLogEvents`. It is answered when the events are on disk. */
export function putLogEventsHandler({ store, logs }: LogsContext) {
  return {
    async putLogEvents({ logGroupName, logStreamName, logEvents }, { scope, nowMs }) {
      const group = groupNamed(scope, logGroupName);
      refuse(streamNameViolations(logStreamName), eventViolations(logEvents));
      const { retentionInDays } = await requireGroup(store, group);
      if ((await logs.findStream(group, logStreamName)) === undefined) throw missing.stream();
      const { events, rejected } = takeBatch(logEvents, nowMs, retentionInDays);
      await logs.append(group, logStreamName, events, nowMs).catch(explainFull);
      return { nextSequenceToken: SEQUENCE_TOKEN, ...(rejected && { rejectedLogEventsInfo: rejected }) };
    },
  } satisfies LogsHandlers;
}

function eventViolations(events: In<'putLogEvents'>['logEvents']): readonly Violation[] {
  if (events.length === 0) return [tooShort('[]', 'logEvents')];
  if (events.length > LIMITS.batchEvents) {
    const constraint = `Member must have length less than or equal to ${LIMITS.batchEvents}`;
    return [`Value at 'logEvents' failed to satisfy constraint: ${constraint}`];
  }
  return events.flatMap(({ timestamp, message }, n) => [
    ...(message === '' ? [tooShort('', `logEvents.${n + 1}.member.message`)] : []),
    ...(timestamp < 0 ? [negative(timestamp, `logEvents.${n + 1}.member.timestamp`)] : []),
  ]);
}

function tooShort(value: string, at: string): Violation {
  return `Value '${value}' at '${at}' failed to satisfy constraint: Member must have length greater than or equal to 1`;
}

function negative(value: number, at: string): Violation {
  return `Value '${value}' at '${at}' failed to satisfy constraint: Member must have value greater than or equal to 0`;
}

function explainFull(error: unknown): never {
  throw error instanceof LogStoreFullError
    ? serviceUnavailable('The service cannot take log events at present.')
    : error;
}
