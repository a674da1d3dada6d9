/** API reference, `StateValue`. */
export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

export const ALARM_STATES: readonly AlarmState[] = ['OK', 'ALARM', 'INSUFFICIENT_DATA'];

/** What an alarm comes to be in, and why (API reference, `StateReason`, `StateReasonData`). */
export interface AlarmVerdict {
  readonly state: AlarmState;
  readonly reason: string;
  /** JSON. */
  readonly reasonData: string;
}
