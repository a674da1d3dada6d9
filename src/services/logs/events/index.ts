/** Log events: taken in batches, read stream by stream or filtered over a group. */
export { eventId, positionOfEventId } from './event-id.ts';
export { filterLogEventsHandler } from './filter-log-events.ts';
export { getLogEventsHandler } from './get-log-events.ts';
export { putLogEventsHandler } from './put-log-events.ts';
