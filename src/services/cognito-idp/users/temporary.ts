import type { UserPool } from '../documents/index.ts';

const DAY_MS = 86_400_000;

/** Until when a temporary password is good (API reference, `TemporaryPasswordValidityDays`). */
export function temporaryUntil({ settings }: UserPool, nowMs: number): number {
  return nowMs + (settings.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays ?? 7) * DAY_MS;
}
