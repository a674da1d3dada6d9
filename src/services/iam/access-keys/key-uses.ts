/** When and for what a key was used last: `GetAccessKeyLastUsed`. */
export interface KeyUse {
  readonly atMs: number;
  readonly service: string;
  readonly region: string;
}

/** What this process has seen of keys since it started. */
export interface KeyUses {
  record(accessKeyId: string, use: KeyUse): void;
  last(accessKeyId: string): KeyUse | undefined;
}

export function createKeyUses(): KeyUses {
  const uses = new Map<string, KeyUse>();
  return {
    record: (accessKeyId, use) => void uses.set(accessKeyId, use),
    last: (accessKeyId) => uses.get(accessKeyId),
  };
}
