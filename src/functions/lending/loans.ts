import type { Borrower, FunctionVersion, InstanceLease, LentStreams, UnfinishedLog } from '../../model/index.ts';
import type { Instance } from '../instance.ts';
import { LIMITS } from '../limits.ts';
import { within } from '../within.ts';

/** The instances that are lent, and to whom. */
export interface Loans {
  /**
   * Lends an instance that is available and lendable.
   * @param onOver called once, when it is lent no more
   * @returns undefined when it has ended meanwhile
   */
  lend(instance: Instance, firstTimeoutMs: number, borrower: Borrower, onOver: () => void): Promise<Lent | undefined>;
  giveBack(borrower: Borrower, id: number, log: UnfinishedLog): void;
  end(borrower: Borrower, id: number): void;
  leave(borrower: Borrower): void;
  /**
   * Calls back those that run nothing.
   * @param except is not asked: it asks itself, and would have used what it has
   * @returns whether anybody was asked
   */
  recall(matches: (version: FunctionVersion) => boolean, except: Borrower | undefined): Promise<boolean>;
}

interface Lent {
  readonly lease: InstanceLease;
  readonly streams: LentStreams;
}

interface Entry {
  readonly instance: Instance;
  readonly borrower: Borrower;
  readonly onOver: () => void;
}

export function createLoans(): Loans {
  const entries = new Map<number, Entry>();
  let lastId = 0;

  /** A lease that is over already, or that is another's, is nobody's concern. */
  const close = (borrower: Borrower, id: number): Instance | undefined => {
    const entry = entries.get(id);
    if (entry?.borrower !== borrower) return undefined;
    entries.delete(id);
    entry.onOver();
    return entry.instance;
  };

  return {
    async lend(instance, firstTimeoutMs, borrower, onOver) {
      lastId += 1;
      const id = lastId;
      const loan = await instance.lend({
        recall: () => void borrower.recall([id], true),
        answer: (answer) => borrower.answer(id, answer),
        ended(failure) {
          close(borrower, id);
          borrower.ended(id, failure);
        },
      });
      if (loan === undefined) return undefined;
      entries.set(id, { instance, borrower, onOver });
      return { streams: loan.streams, lease: { ...loan.lease, id, firstTimeoutMs } };
    },
    giveBack: (borrower, id, log) => close(borrower, id)?.takeBack(log),
    end: (borrower, id) => close(borrower, id)?.end(),
    leave(borrower) {
      for (const id of entries.keys()) close(borrower, id)?.end();
    },
    async recall(matches, except) {
      const wanted = new Map<Borrower, number[]>();
      for (const [id, { instance, borrower }] of entries) {
        if (borrower === except || !matches(instance.version)) continue;
        wanted.set(borrower, [...(wanted.get(borrower) ?? []), id]);
      }
      // One who does not answer holds up nobody: what he has stays his.
      const asked = [...wanted].map(([borrower, ids]) => within(borrower.recall(ids, false), LIMITS.recallMs));
      await Promise.all(asked);
      return wanted.size > 0;
    },
  };
}
