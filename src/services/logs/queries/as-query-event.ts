import type { QueryEvent } from '../../../log-insights/index.ts';
import type { GroupEvent } from './merge-events.ts';
import { pointerOf } from './pointer.ts';

/** An event as the language sees it. */
export function asQueryEvent({ group, event }: GroupEvent): QueryEvent {
  return {
    timestampMs: event.timestampMs,
    ingestedMs: event.ingestedMs,
    message: event.message,
    stream: event.stream,
    log: `${group.scope.accountId}:${group.name}`,
    // Made for the rows of the result alone.
    get pointer() {
      return pointerOf(group, event);
    },
  };
}
