import type { SocketHandle } from '../../http/index.ts';
import type {
  Borrowed,
  BorrowRequest,
  InstanceLease,
  LeaseAnswer,
  LeaseEnd,
  UnfinishedLog,
} from '../../model/index.ts';

/** A part of an instance that is sent by itself. */
export type InstancePart = 'channel' | 'stdout' | 'stderr';

/** What a worker is told that asks for an instance; its parts have been sent before. */
export type BorrowAnswer =
  | Exclude<Borrowed, { readonly kind: 'lent' }>
  | { readonly kind: 'lent'; readonly lease: InstanceLease };

/** What the control process answers to a worker that borrows instances. */
export type LendingCalls = {
  borrowInstance(request: BorrowRequest): Promise<BorrowAnswer>;
  giveBackInstance(back: { readonly id: number; readonly log: UnfinishedLog }): void;
  /** Ends an instance, whatever it does. */
  endInstance(id: number): void;
};

/** What a worker answers that has instances. */
export type BorrowingCalls = {
  takeInstance(part: { readonly id: number; readonly part: InstancePart }, handle: SocketHandle): void;
  /** Gives back those of these that run nothing; the others when they have finished, if `busyToo`. */
  recallInstances(wanted: { readonly ids: readonly number[]; readonly busyToo: boolean }): void;
  /** Answers whether the answer counts. */
  answerForInstance(given: { readonly id: number; readonly answer: LeaseAnswer }): boolean;
  instanceEnded(ended: { readonly id: number; readonly why: LeaseEnd }): void;
  /** Functions have changed: what is known of them is out of date, and instances are given back. */
  forgetFunctions(nothing: undefined): void;
};
