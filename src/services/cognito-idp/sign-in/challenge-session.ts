import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { PoolIds } from '../context.ts';
import type { PoolKeys } from '../documents/index.ts';

/** What the server must know again when a client answers a challenge. The client carries it, sealed. */
export interface ChallengeState {
  readonly challenge: 'PASSWORD_VERIFIER' | 'NEW_PASSWORD_REQUIRED';
  readonly clientId: string;
  readonly username: string;
  /** Whether there is such a user; a challenge is made up for who is not there. */
  readonly isKnown: boolean;
  readonly expiresAtMs: number;
  readonly id: string;
  readonly srp?: { readonly publicA: string; readonly publicB: string; readonly privateB: string };
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM with the pool's own key: a client can neither read nor change it. */
export function sealState(
  state: ChallengeState,
  { challengeKey }: PoolKeys,
  { bytes }: Pick<PoolIds, 'bytes'>,
): string {
  const nonce = bytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(challengeKey, 'base64'), nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(state), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64');
}

/** @returns undefined for what was not sealed by this pool */
export function openState(sealed: string, { challengeKey }: PoolKeys): ChallengeState | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(challengeKey, 'base64'), bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    return JSON.parse(text.toString('utf8')) as ChallengeState;
  } catch {
    return undefined;
  }
}

/** Answers that let somebody in count once; each is remembered until it would have expired. */
export class UsedStates {
  readonly #used = new Map<string, number>();

  /** @returns whether it is the first time */
  use({ id, expiresAtMs }: ChallengeState, nowMs: number): boolean {
    for (const [used, untilMs] of this.#used) {
      if (untilMs > nowMs) break;
      this.#used.delete(used);
    }
    if (this.#used.has(id)) return false;
    this.#used.set(id, expiresAtMs);
    return true;
  }
}
