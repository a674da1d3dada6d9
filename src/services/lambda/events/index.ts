/**
 * Asynchronous invocations: accepted for good, tried again, and reported to destinations and dead-letter queues. How often and
 * how long is set for each function or qualifier.
 */
export { checkDeadLetterRights } from './delivery-rights.ts';
export { parseDestination } from './destination.ts';
export { createEventQueue, type EventQueue } from './event-queue.ts';
export { eventInvokeConfigKind } from './invoke-config.ts';
export { eventInvokeConfigHandlers } from './invoke-config-handlers.ts';
export { createEventJournal } from './journal.ts';
export { createReports } from './reports.ts';
