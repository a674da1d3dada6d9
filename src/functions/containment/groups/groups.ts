import type { FunctionContainment } from '../../../model/index.ts';

/** What groups keep instances to. */
export type GroupAbilities = Pick<FunctionContainment, 'cpu' | 'capsCpu' | 'boundsMemory' | 'countsProcesses'>;

/** What one instance may take. */
export interface Allotment {
  readonly memorySizeMb: number;
  /** Of its temporary storage that lies in memory; 0 where it lies on the disk. */
  readonly storageMb: number;
}

/** The processes of one instance, as the kernel accounts for them. */
export interface Group {
  /**
   * Takes in a process and all that came from it; what they start from then on is in it. The kernel takes some milliseconds for that.
   * @throws when it cannot, unless the process has ended
   */
  add(pid: number): Promise<void>;
  /**
   * Gives it so much, at once.
   * @throws when the kernel does not
   */
  allot(allotment: Allotment): void;
  /** Ends whatever is still in it, also what has left its process group. Resolves when it is gone; never rejects. */
  release(): Promise<void>;
}

export interface Groups {
  readonly abilities: GroupAbilities;
  /** @throws when the kernel makes no more of them */
  open(): Group;
  /** No group is open any more. */
  close(): void;
}
