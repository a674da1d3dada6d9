import { createSealer, SealError, type Sealer } from '../../../sealing/index.ts';
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

const PURPOSE = 'challenge of a user pool';

/** Sealed with the pool's own key, so that a client can neither read nor change it. In base64, which clients decode. */
export function sealState(state: ChallengeState, keys: PoolKeys, ids: Pick<PoolIds, 'bytes'>): string {
  return Buffer.from(sealerOf(keys, ids).seal(JSON.stringify(state), PURPOSE)).toString('base64');
}

/** @returns undefined for what was not sealed by this pool */
export function openState(sealed: string, keys: PoolKeys, ids: Pick<PoolIds, 'bytes'>): ChallengeState | undefined {
  try {
    return JSON.parse(sealerOf(keys, ids).open(Buffer.from(sealed, 'base64').toString('utf8'), PURPOSE));
  } catch (error) {
    if (error instanceof SealError) return undefined;
    throw error;
  }
}

function sealerOf({ challengeKey }: PoolKeys, { bytes }: Pick<PoolIds, 'bytes'>): Sealer {
  return createSealer({ key: Buffer.from(challengeKey, 'base64'), use: PURPOSE, randomBytes: bytes });
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
