import { gzipSync } from 'node:zlib';
import type { LogGroupRef, StoredLogEvent } from '../../../model/index.ts';
import { eventId } from '../events/index.ts';
import { LIMITS } from '../limits.ts';

/** An event that a filter matched, with the fields that a space-delimited pattern names. */
export interface MatchedEvent {
  readonly event: StoredLogEvent;
  readonly extractedFields?: Readonly<Record<string, string>>;
}

export interface Subscribed {
  readonly group: LogGroupRef;
  readonly stream: string;
  readonly filterName: string;
  /** In order, at least one. */
  readonly events: readonly MatchedEvent[];
}

/**
 * What a function is called with: `{"awslogs": {"data": ...}}`, whose data is gzip in base64 (user guide, "Log group-level subscription
 * filters", "Example 2: Subscription filters with AWS Lambda"). What would be too large for one call is cut in halves; one event is
 * never cut.
 */
export function payloadsOf(subscribed: Subscribed): readonly Uint8Array[] {
  const payload = encode(subscribed);
  const { events } = subscribed;
  if (payload.length <= LIMITS.subscriptionPayloadBytes || events.length < 2) return [payload];
  const middle = events.length >> 1;
  return [events.slice(0, middle), events.slice(middle)].flatMap((half) => payloadsOf({ ...subscribed, events: half }));
}

function encode({ group, stream, filterName, events }: Subscribed): Uint8Array {
  const message = {
    messageType: 'DATA_MESSAGE',
    owner: group.scope.accountId,
    logGroup: group.name,
    logStream: stream,
    subscriptionFilters: [filterName],
    logEvents: events.map(({ event, extractedFields }) => ({
      id: eventId(event),
      timestamp: event.timestampMs,
      message: event.message,
      ...(extractedFields && { extractedFields }),
    })),
  };
  const data = gzipSync(JSON.stringify(message)).toString('base64');
  return Buffer.from(JSON.stringify({ awslogs: { data } }));
}
