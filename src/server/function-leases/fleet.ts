import type { BorrowedInstance } from '../../functions/index.ts';
import type { BorrowAnswer } from './calls.ts';

/** Why a call gets no instance. */
export type NoInstance = Exclude<BorrowAnswer, { readonly kind: 'lent' }>;

/** A call that waits for an instance: it gets one, or hears why there is none. */
export interface Waiter {
  serve(instance: BorrowedInstance): void;
  answer(none: NoInstance): void;
}

/**
 * The instances of one version that a worker has, and the calls that wait for one. Whatever is free first serves a call: what was asked
 * for when it came, or another one. So no more is asked for than calls wait.
 */
export class Fleet {
  readonly #giveBack: (instance: BorrowedInstance) => void;
  /** The one that was busy last comes last, and is taken first. */
  readonly #idle: { readonly instance: BorrowedInstance; readonly sinceMs: number }[] = [];
  readonly #wanted = new Set<BorrowedInstance>();
  #waiting: Waiter[] = [];
  /** Instances that have been asked for; never fewer than calls that wait. */
  #coming = 0;
  #isClosed = false;
  #successor: Fleet | undefined;

  /** @param giveBack gives an instance back to the lender */
  constructor(giveBack: (instance: BorrowedInstance) => void) {
    this.#giveBack = giveBack;
  }

  /** Itself, or what it has become a part of. */
  get current(): Fleet {
    return this.#successor ?? this;
  }

  /** An instance that runs nothing, if there is one. */
  take(): BorrowedInstance | undefined {
    for (let next = this.#idle.pop(); next !== undefined; next = this.#idle.pop()) {
      if (next.instance.available) return next.instance;
    }
    return undefined;
  }

  /** @returns whether one more instance has to be asked for */
  wait(waiter: Waiter): boolean {
    this.#waiting.push(waiter);
    if (this.#waiting.length <= this.#coming) return false;
    this.#coming += 1;
    return true;
  }

  /** An instance that was asked for is here, and will be free next. */
  arrived(): void {
    this.#coming -= 1;
  }

  /** There is none: one call hears why. */
  refused(none: NoInstance): void {
    this.#coming -= 1;
    if (this.#waiting.length > this.#coming) this.#waiting.shift()?.answer(none);
  }

  /** An instance waits for work. */
  free(instance: BorrowedInstance): void {
    if (this.#wanted.delete(instance)) return this.#giveBack(instance);
    const waiter = this.#waiting.shift();
    if (waiter !== undefined) waiter.serve(instance);
    else if (this.#isClosed) this.#giveBack(instance);
    else this.#idle.push({ instance, sinceMs: performance.now() });
  }

  /** An instance is wanted back: at once if it runs nothing, otherwise when it has finished if `busyToo`. */
  recall(instance: BorrowedInstance, busyToo: boolean): void {
    if (this.drop(instance)) this.#giveBack(instance);
    else if (busyToo) this.#wanted.add(instance);
  }

  /** Hands out an instance no more. @returns whether it was idle */
  drop(instance: BorrowedInstance): boolean {
    this.#wanted.delete(instance);
    const at = this.#idle.findIndex((idle) => idle.instance === instance);
    if (at >= 0) this.#idle.splice(at, 1);
    return at >= 0;
  }

  /** Gives back what has been idle since before then. */
  shrink(idleBeforeMs: number): void {
    for (let [oldest] = this.#idle; oldest !== undefined && oldest.sinceMs < idleBeforeMs; [oldest] = this.#idle) {
      this.#idle.shift();
      this.#giveBack(oldest.instance);
    }
  }

  /** Gives back what is idle, and the rest when it has finished and no call waits. */
  close(): void {
    this.#isClosed = true;
    this.shrink(Number.POSITIVE_INFINITY);
  }

  /** Becomes a part of another fleet: before the first instance came, nobody knew of which version it would be. */
  join(fleet: Fleet): void {
    if (fleet === this) return;
    this.#successor = fleet;
    fleet.#waiting.push(...this.#waiting);
    fleet.#coming += this.#coming;
    this.#waiting = [];
    this.#coming = 0;
  }
}
