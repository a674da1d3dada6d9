import { readFileSync } from 'node:fs';
import { LIMITS } from '../limits.ts';

/** Users that nobody else is, one for each instance. */
export interface UserIds {
  /** One that no instance is. */
  take(): number;
  /** Its processes have ended. */
  release(id: number): void;
}

export function createUserIds({ first, count }: { readonly first: number; readonly count: number }): UserIds {
  const taken = new Set<number>();
  let next = 0;
  return {
    take() {
      if (taken.size === count) throw new Error(`There are no more than ${count} users for functions.`);
      // One that has just been released comes last.
      while (taken.has(first + next)) next = (next + 1) % count;
      const id = first + next;
      taken.add(id);
      next = (next + 1) % count;
      return id;
    },
    release: (id) => void taken.delete(id),
  };
}

/**
 * Where those users' ids lie: in a range that systemd's list of ranges (UIDS-GIDS) leaves unused, or, in a container that has only the
 * lower ids, the last ones of those.
 * @param uidMap the content of /proc/self/uid_map: lines of `inside outside count`
 */
export function userIdRange(uidMap: string): { readonly first: number; readonly count: number } {
  const count = LIMITS.userIds;
  const ends = uidMap
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([inside = 0, , length = 0]) => ({ inside, end: inside + length }));
  const holds = (first: number) => ends.some(({ inside, end }) => inside <= first && first + count <= end);
  if (holds(LIMITS.firstUserId)) return { first: LIMITS.firstUserId, count };
  // The last of all 16-bit ids are nobody's (65534) and none (65535).
  const last = Math.max(...ends.map(({ end }) => Math.min(end, 65_534)));
  return { first: Math.max(last - count, 1), count: Math.min(count, last - 1) };
}

export function readUidMap(): string {
  try {
    return readFileSync('/proc/self/uid_map', 'latin1');
  } catch {
    // No user namespaces here: all ids are there.
    return '0 0 4294967295';
  }
}
