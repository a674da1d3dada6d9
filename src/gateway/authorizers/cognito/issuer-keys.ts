import type { UserPoolKeys } from '../../../model/index.ts';
import { AUTHORIZER_LIMITS } from '../limits.ts';
import { SingleFlight } from '../single-flight.ts';
import { type PublicKey, readKeySet } from './key-set.ts';

/** Where user pools, and other issuers of tokens, are. */
export interface UserPools {
  /** What a pool's tokens may name as their issuer. */
  issuersOf(poolArn: string): readonly string[];
  /**
   * What a pool, or the issuer of a URL, publishes as its keys: the parsed JSON of a JWK Set (RFC 7517 section 5), bounded in
   * size and time.
   */
  fetchKeySet(poolArnOrIssuer: string): Promise<unknown>;
  /**
   * A pool of this installation, by its ARN or its issuer: nobody needs to fetch its keys. An object of its own whenever they
   * change.
   */
  findLocal(name: string): UserPoolKeys | undefined;
}

/** The keys of a pool cannot be had, so nobody can tell whether a token is good. */
export class IssuerUnavailable extends Error {
  constructor(poolArn: string, cause: unknown) {
    super(`The keys of ${poolArn} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
    this.name = 'IssuerUnavailable';
  }
}

interface KnownKeys {
  readonly keys: ReadonlyMap<string, PublicKey>;
  readonly fetchedAtMs: number;
}

/**
 * The public keys of pools by key id. Fetched when the first token of a pool comes, again after an hour, and for a key
 * id that is not known; never more often than the limits say, whatever key ids clients make up. While a pool cannot be
 * reached its last keys are good for a day.
 */
export class IssuerKeys {
  readonly #pools: UserPools;
  readonly #now: () => number;
  readonly #known = new Map<string, KnownKeys>();
  readonly #failedAtMs = new Map<string, number>();
  readonly #flights = new SingleFlight<KnownKeys>();
  readonly #local = new WeakMap<UserPoolKeys, ReturnType<typeof readKeySet>>();

  constructor(pools: UserPools, now: () => number) {
    this.#pools = pools;
    this.#now = now;
  }

  issuersOf(poolArn: string): readonly string[] {
    const local = this.#pools.findLocal(poolArn);
    return local ? [local.issuer] : this.#pools.issuersOf(poolArn);
  }

  /**
   * @returns undefined when the pool has no such key
   * @throws {IssuerUnavailable}
   */
  async find(poolArn: string, keyId: string): Promise<PublicKey | undefined> {
    const local = this.#pools.findLocal(poolArn);
    if (local !== undefined) return (await this.#keysOf(local)).get(keyId);
    const known = this.#known.get(poolArn);
    if (known === undefined) return (await this.#fetch(poolArn)).keys.get(keyId);
    const ageMs = this.#now() - known.fetchedAtMs;
    const key = known.keys.get(keyId);
    const { keysFreshMs, keysUsableMs, keysAgainMs } = AUTHORIZER_LIMITS;
    if (key !== undefined && ageMs < keysFreshMs) return key;
    if (key === undefined && ageMs < keysAgainMs) return undefined;
    try {
      return (await this.#fetch(poolArn)).keys.get(keyId);
    } catch (error) {
      if (ageMs < keysUsableMs) return key;
      throw error;
    }
  }

  #keysOf(local: UserPoolKeys): ReturnType<typeof readKeySet> {
    const read = this.#local.get(local) ?? readKeySet(local.keySet);
    this.#local.set(local, read);
    return read;
  }

  async #fetch(poolArn: string): Promise<KnownKeys> {
    const failedAtMs = this.#failedAtMs.get(poolArn);
    if (failedAtMs !== undefined && this.#now() - failedAtMs < AUTHORIZER_LIMITS.keysAgainMs) {
      throw new IssuerUnavailable(poolArn, 'it failed a moment ago');
    }
    return this.#flights.do(poolArn, async () => {
      try {
        const keys = await readKeySet(await this.#pools.fetchKeySet(poolArn));
        const known = { keys, fetchedAtMs: this.#now() };
        this.#known.set(poolArn, known);
        this.#failedAtMs.delete(poolArn);
        return known;
      } catch (error) {
        this.#failedAtMs.set(poolArn, this.#now());
        throw new IssuerUnavailable(poolArn, error);
      }
    });
  }
}
