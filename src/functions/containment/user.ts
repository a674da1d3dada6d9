import { chownSync } from 'node:fs';
import type { UserIds } from './user-ids.ts';

/** Who an instance is. */
export interface User {
  /** Whom it becomes; undefined for who we are. */
  readonly id: number | undefined;
  /** What it sees itself as. */
  readonly seenId: number;
  /** Whether no other process is counted as his. */
  readonly isOwn: boolean;
  /** Gives him a folder of ours; returns it. */
  own(folder: string): string;
  release(): void;
}

/** Somebody whom nobody else is. */
export function ownUser(ids: UserIds): User {
  const id = ids.take();
  return {
    id,
    seenId: id,
    isOwn: true,
    own(folder) {
      chownSync(folder, id, id);
      return folder;
    },
    release: () => ids.release(id),
  };
}

/** @param id the effective one of this process */
export function sameUser(id: number, isOwn: boolean): User {
  return { id: undefined, seenId: id, isOwn, own: (folder) => folder, release: () => undefined };
}
