import type { SendHandle } from 'node:child_process';
import type { FunctionVersion } from './function-version.ts';
import type { InvocationRequest, InvocationResult } from './invocation.ts';

/** What has been written and is no whole line yet, and whose invocation it belongs to. */
export interface UnfinishedLog {
  /** Of the last invocation, or of the one that the instance was started for. */
  readonly requestId: string;
  readonly stdout: string;
  readonly stderr: string;
}

/** An instance that another process may hand invocations to, one at a time, until it gives it back. */
export interface InstanceLease {
  /** Unique among all leases of the process that gives them. */
  readonly id: number;
  readonly version: Pick<
    FunctionVersion,
    'arn' | 'functionName' | 'accountId' | 'region' | 'version' | 'revisionId' | 'memorySizeMb' | 'timeoutMs'
  >;
  /** Of the instance, as its environment names it. */
  readonly logStream: string;
  /** Of the program, for what its memory has come to. */
  readonly pid: number | undefined;
  /** Milliseconds since the epoch. */
  readonly startedAtMs: number;
  /** How long the init phase took, where no invocation has reported it yet. */
  readonly initDurationMs?: number;
  /** What the first invocation has: less than the function's timeout where its init phase has taken some of it. */
  readonly firstTimeoutMs: number;
  readonly log: UnfinishedLog;
}

/** Our ends of an instance's channel and of what it writes, to be sent to another process. */
export interface LentStreams {
  readonly channel: SendHandle;
  /** Absent where the function has closed it. */
  readonly stdout?: SendHandle;
  readonly stderr?: SendHandle;
}

/** Why an instance ended, in the words of the function runtime, which lends it and knows what to do with it when it is lent. */
export type LeaseEnd = unknown;

/** What a function answers in its runtime's place, as functions may. */
export interface LeaseAnswer {
  readonly requestId: string;
  readonly body: Uint8Array | 'too-large';
  /** Whether it is an error object. */
  readonly isError: boolean;
}

/** A process that instances are lent to. */
export interface Borrower {
  /**
   * Asks for instances back: those that run nothing at once, the others when they have finished if `busyToo`. Resolves when those
   * that come back at once are back. Never rejects.
   */
  recall(ids: readonly number[], busyToo: boolean): Promise<void>;
  /** An instance answers by the Runtime API of the lender. Resolves with whether the answer counts; never rejects. */
  answer(id: number, answer: LeaseAnswer): Promise<boolean>;
  /** An instance's processes have ended: what runs on it fails so. It need not be given back. */
  ended(id: number, why: LeaseEnd): void;
}

/** A call that an instance is borrowed for: who makes it, without what is sent. */
export interface BorrowRequest extends Required<Pick<InvocationRequest, 'functionArn' | 'source'>> {
  /** Of the invocation that the instance is wanted for. */
  readonly requestId: string;
  /** Whether the borrower knows that it has none of this version that runs nothing. */
  readonly exhausted: boolean;
}

/** What whoever asks for an instance is told. */
export type Borrowed =
  | { readonly kind: 'lent'; readonly lease: InstanceLease; readonly streams: LentStreams }
  /** There is none to be had: the call was refused, or the instance failed while it was starting. */
  | { readonly kind: 'answered'; readonly result: InvocationResult }
  /** Such a call goes through the lender, each time. */
  | { readonly kind: 'unlendable' };

/** Lends instances. One that is lent counts as running, idle or not, until it is back: limits call idle ones back first. */
export interface InstanceLender {
  /** @param exhausted whether the borrower knows that it has none that runs nothing */
  lend(version: FunctionVersion, requestId: string, borrower: Borrower, exhausted: boolean): Promise<Borrowed>;
  /** An instance is back, and runs nothing. */
  giveBack(borrower: Borrower, id: number, log: UnfinishedLog): void;
  /** Ends an instance that is lent, whatever it does. */
  end(borrower: Borrower, id: number): void;
  /** The borrower is gone: what it had is ended, since nobody knows what it does. */
  leave(borrower: Borrower): void;
}

/** Lends instances for calls, as far as whoever makes them may call. */
export interface FunctionLender extends Omit<InstanceLender, 'lend'> {
  lend(request: BorrowRequest, borrower: Borrower): Promise<Borrowed>;
}
