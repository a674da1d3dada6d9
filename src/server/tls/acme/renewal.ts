import { RENEW_AT_REST_OF_LIFE, RENEWAL_JITTER_OF_LIFE, RETRY_MS } from './limits.ts';

/**
 * When a certificate is to be renewed, in milliseconds since the epoch.
 * @param random from 0 to 1, drawn once a certificate
 */
export function renewAtMs(life: { readonly notBeforeMs: number; readonly notAfterMs: number }, random: number): number {
  const lifeMs = life.notAfterMs - life.notBeforeMs;
  return life.notAfterMs - lifeMs * (RENEW_AT_REST_OF_LIFE + random * RENEWAL_JITTER_OF_LIFE);
}

/**
 * How long to wait after so many failures in a row, in milliseconds: twice as long each time, up to half a day, and never
 * shorter than the server wants.
 * @param failures at least 1
 * @param random from 0 to 1: up to a quarter is added
 */
export function retryDelayMs(failures: number, random: number, retryAfterMs = 0): number {
  const delayMs = Math.min(RETRY_MS.first * 2 ** (failures - 1), RETRY_MS.most);
  return Math.max(delayMs * (1 + random / 4), retryAfterMs);
}
