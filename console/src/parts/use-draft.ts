import { useState } from 'react';

/** What a form holds. */
export interface Draft<T> {
  readonly value: T;
  /** Whether anything differs from what is saved. */
  readonly isChanged: boolean;
  set(changes: Partial<T>): void;
  reset(): void;
}

/**
 * What was typed, laid over what is saved: it stays when the server refuses it, and whatever was not touched shows what somebody else
 * has saved meanwhile.
 */
export function useDraft<T extends object>(saved: T): Draft<T> {
  const [changes, setChanges] = useState<Partial<T>>({});
  const names = Object.keys(changes) as (keyof T)[];
  return {
    value: { ...saved, ...changes },
    isChanged: names.some((name) => JSON.stringify(changes[name]) !== JSON.stringify(saved[name])),
    set: (more) => setChanges((before) => ({ ...before, ...more })),
    reset: () => setChanges({}),
  };
}
