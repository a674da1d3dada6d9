export type TelemetryCategory = 'platform' | 'function' | 'extension';

/** One event as a subscriber gets it (Lambda guide, "Telemetry API Event schema reference"). */
export interface TelemetryEvent {
  /** ISO 8601, in UTC. */
  readonly time: string;
  /** `function`, `extension`, or a platform event's name: `platform.start`, ... */
  readonly type: string;
  readonly record: unknown;
}

export function categoryOf({ type }: TelemetryEvent): TelemetryCategory {
  if (type === 'function' || type === 'extension') return type;
  return 'platform';
}
