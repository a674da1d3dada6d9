import type { SendHandle } from 'node:child_process';
import type { Borrower, FunctionLender } from '../../model/index.ts';
import type { Link } from '../link/index.ts';
import type { BorrowingCalls, InstancePart, LendingCalls } from './calls.ts';

/** Where one worker borrows instances. */
export interface LendingDesk {
  readonly answers: LendingCalls;
  /** The worker is gone. */
  close(): void;
}

/** @param link to the worker; asked for when there is one */
export function createLendingDesk(lender: () => FunctionLender, link: () => Link<BorrowingCalls>): LendingDesk {
  let hasLent = false;
  const borrower: Borrower = {
    recall: (ids, busyToo) =>
      link()
        .call('recallInstances', { ids, busyToo })
        .catch(() => undefined),
    answer: (id, answer) =>
      link()
        .call('answerForInstance', { id, answer })
        .catch(() => false),
    // One that is gone hears nothing, and has nothing to do.
    ended: (id, why) =>
      void link()
        .call('instanceEnded', { id, why })
        .catch(() => undefined),
  };

  /** A part that cannot be sent makes the instance useless. */
  const send = (id: number, part: InstancePart, handle: SendHandle | undefined) => {
    if (handle === undefined) return;
    link()
      .call('takeInstance', { id, part }, handle)
      .catch(() => lender().end(borrower, id));
  };

  return {
    answers: {
      async borrowInstance(request) {
        hasLent = true;
        const borrowed = await lender().lend(request, borrower);
        if (borrowed.kind !== 'lent') return borrowed;
        const { lease, streams } = borrowed;
        send(lease.id, 'channel', streams.channel);
        send(lease.id, 'stdout', streams.stdout);
        send(lease.id, 'stderr', streams.stderr);
        return { kind: 'lent', lease };
      },
      giveBackInstance: ({ id, log }) => lender().giveBack(borrower, id, log),
      endInstance: (id) => lender().end(borrower, id),
    },
    close() {
      if (hasLent) lender().leave(borrower);
    },
  };
}
