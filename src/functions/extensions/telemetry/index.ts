/** The Telemetry API: what an instance does and writes, sent in batches to extensions that asked for it. */
export { readSubscription, type SubscriptionRefusal } from './subscription.ts';
export { Telemetry } from './telemetry.ts';
export type { TelemetryEvent } from './telemetry-event.ts';
