import { masked } from '../secrets.ts';
import type { TimedEvent, TraceEvent } from '../trace.ts';
import type { LoggedRequest } from './logged-request.ts';

type EventOf<Kind extends TraceEvent['kind']> = Extract<TraceEvent, { kind: Kind }>;
type Exceeded = EventOf<'throttle'> | EventOf<'quota'>;

/** What AWS writes of keys and plans before a method runs (telemetry E.3; recorded in logs that users posted). */
export function usageLines(request: LoggedRequest, events: readonly TimedEvent[]): readonly string[] {
  const key = keyOf(events);
  const shown = key?.apiKey === undefined ? '' : `${masked(key.apiKey)} `;
  const stage = `${request.apiId}/${request.stage}`;
  const method = `'${request.httpMethod} ${request.resourcePath}'`;
  const verifying = `Verifying Usage Plan for request: ${request.requestId}. API Key: ${shown}API Stage: ${stage}`;
  const succeeded = `Usage Plan check succeeded for API Key ${shown}and API Stage ${stage}`;
  if (key === undefined) {
    const free = `API Key authorized because method ${method} does not require API Key. Request will not contribute to throttle or quota limits`;
    return [verifying, free, succeeded];
  }
  if (key.apiKeyId === undefined) {
    const cause = `API Key ${shown}not authorized because method ${method} requires API Key and API Key is not associated with a Usage Plan for API Stage ${stage}`;
    return [verifying, key.apiKey === undefined ? `${cause}: No API Key` : cause];
  }
  const exceeded = exceededPlan(events);
  return [verifying, exceeded === undefined ? succeeded : exceededLine(exceeded, request)];
}

/** Whether the check of keys and plans has refused the request. */
export function planCheckFailed(events: readonly TimedEvent[]): boolean {
  const key = keyOf(events);
  return key !== undefined && (key.apiKeyId === undefined || exceededPlan(events) !== undefined);
}

/** The words for a plan's throttle are recorded; those for other limits are ours. */
export function exceededLine(event: Exceeded, request: LoggedRequest): string {
  const place = `limit exceeded for RestApi ${request.apiId}, Stage ${request.stage}, Resource ${request.resourceId}, HttpMethod ${request.httpMethod}.`;
  if (event.kind === 'quota') return `Key quota ${place} Limit: ${event.limit} Period: ${event.period}`;
  return `${WHOSE[event.level]} throttle ${place} Limit: ${event.perSecond.toFixed(2)} Burst: ${event.burst}`;
}

const WHOSE: Readonly<Record<EventOf<'throttle'>['level'], string>> = {
  'usage plan': 'Key',
  'method of the usage plan': 'Key',
  'method of the stage': 'Method',
  account: 'Account',
};

function keyOf(events: readonly TimedEvent[]): EventOf<'apiKey'> | undefined {
  return events.map(({ event }) => event).find((event) => event.kind === 'apiKey');
}

function exceededPlan(events: readonly TimedEvent[]): Exceeded | undefined {
  return events
    .map(({ event }) => event)
    .find((event): event is Exceeded => {
      if (event.kind === 'quota') return !event.isWithin;
      return event.kind === 'throttle' && !event.isWithin && WHOSE[event.level] === 'Key';
    });
}
