/** API reference, `ActionsSuppressedBy`. */
export type Suppressor = 'WaitPeriod' | 'ExtensionPeriod' | 'Alarm';

/** What holds back the actions of a composite alarm's last transition. */
export interface Suppression {
  readonly by: Suppressor;
  /** Milliseconds since the epoch; absent while another alarm holds them back. */
  readonly untilMs?: number;
}

/** What is set of an alarm that has a suppressor. */
export interface SuppressionRule {
  readonly waitSeconds: number;
  readonly extensionSeconds: number;
}

/** Where it comes to: held back, or no more (undefined). */
export type SuppressionStep = Suppression | undefined;

/**
 * The alarm has changed its state: what was waited for before is given up, and waiting begins anew (user guide, "Alarm
 * suppression", examples 1 to 4 and 6).
 */
export function onTransition(isSuppressorInAlarm: boolean, rule: SuppressionRule, nowMs: number): SuppressionStep {
  if (isSuppressorInAlarm) return { by: 'Alarm' };
  return period('WaitPeriod', rule.waitSeconds, nowMs);
}

/** Time has passed, or the suppressor has changed (examples 1, 2 and 5). */
export function onTick(
  current: Suppression,
  isSuppressorInAlarm: boolean,
  rule: SuppressionRule,
  nowMs: number,
): SuppressionStep {
  if (isSuppressorInAlarm) return { by: 'Alarm' };
  if (current.untilMs === undefined) return period('ExtensionPeriod', rule.extensionSeconds, nowMs);
  return nowMs >= current.untilMs ? undefined : current;
}

function period(by: Suppressor, seconds: number, nowMs: number): SuppressionStep {
  return seconds > 0 ? { by, untilMs: nowMs + seconds * 1_000 } : undefined;
}
