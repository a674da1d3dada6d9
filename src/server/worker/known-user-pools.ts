import type { UserPoolKeys } from '../../model/index.ts';

/** The user pools of this installation as a worker knows them, by ARN and by what their tokens name as their issuer. */
export class KnownUserPools {
  readonly #pools = new Map<string, UserPoolKeys>();

  find(arnOrIssuer: string): UserPoolKeys | undefined {
    return this.#pools.get(arnOrIssuer);
  }

  put(pool: UserPoolKeys): void {
    this.remove(pool.poolArn);
    this.#pools.set(pool.poolArn, pool).set(pool.issuer, pool);
  }

  remove(poolArn: string): void {
    const known = this.#pools.get(poolArn);
    if (known === undefined) return;
    this.#pools.delete(poolArn);
    this.#pools.delete(known.issuer);
  }

  set(all: readonly UserPoolKeys[]): void {
    this.#pools.clear();
    for (const pool of all) this.put(pool);
  }
}
