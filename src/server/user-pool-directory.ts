import type { PublicKeySet, UserPoolKeys } from '../model/index.ts';
import type { UserPoolPublisher } from '../services/cognito-idp/index.ts';

/** Where a change of a pool's keys must arrive before a token that needs it is given out. */
export interface UserPoolSubscriber {
  putUserPool(pool: UserPoolKeys): Promise<void> | void;
  removeUserPool(poolArn: string): Promise<void> | void;
  setUserPools(pools: readonly UserPoolKeys[]): Promise<void> | void;
}

/** The user pools of this installation by ARN, and those who verify their tokens; kept like the list of stages. */
export interface UserPoolDirectory extends UserPoolPublisher {
  list(): readonly UserPoolKeys[];
  /** By ARN, or by what tokens name as their issuer. */
  find(name: string): UserPoolKeys | undefined;
  subscribe(subscriber: UserPoolSubscriber): void;
  clear(): Promise<void>;
}

/** @param issuerOf asked when a pool is listed or looked for, not before: it follows from the port that was opened */
export function createUserPoolDirectory(
  stored: ReadonlyMap<string, PublicKeySet>,
  issuerOf: (poolArn: string) => string,
): UserPoolDirectory {
  const keySets = new Map(stored);
  const known = new Map<string, UserPoolKeys>();
  const subscribers: UserPoolSubscriber[] = [];

  async function tell(news: (subscriber: UserPoolSubscriber) => Promise<void> | void): Promise<void> {
    await Promise.all(subscribers.map(news));
  }

  function find(poolArn: string): UserPoolKeys | undefined {
    const keySet = keySets.get(poolArn);
    if (keySet === undefined) return undefined;
    const pool = known.get(poolArn) ?? { poolArn, issuer: issuerOf(poolArn), keySet };
    known.set(poolArn, pool);
    return pool;
  }

  const list = () => [...keySets.keys()].flatMap((poolArn) => find(poolArn) ?? []);

  return {
    find: (name) => (name.startsWith('arn:') ? find(name) : list().find(({ issuer }) => issuer === name)),
    list,
    subscribe(subscriber) {
      subscribers.push(subscriber);
    },
    async poolKeysChanged(poolArn, keySet) {
      keySets.set(poolArn, keySet);
      known.delete(poolArn);
      const pool = find(poolArn);
      if (pool) await tell((subscriber) => subscriber.putUserPool(pool));
    },
    async poolRemoved(poolArn) {
      keySets.delete(poolArn);
      known.delete(poolArn);
      await tell((subscriber) => subscriber.removeUserPool(poolArn));
    },
    async clear() {
      keySets.clear();
      known.clear();
      await tell((subscriber) => subscriber.setUserPools([]));
    },
  };
}

/** A pool's issuer: its id below a URL, in which `{region}` stands for the pool's region, as it does in Amazon's. */
export function userPoolIssuer(poolArn: string, url: string): string {
  const [, , , region = '', , resource = ''] = poolArn.split(':');
  return `${url.replace('{region}', region)}/${resource.replace('userpool/', '')}`;
}
