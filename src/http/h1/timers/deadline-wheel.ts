/** What the wheel needs of its surroundings. */
export interface WheelClock {
  /** Milliseconds that never go backwards. */
  nowMs(): number;
  /** Calls back once after `delayMs`, without keeping the process alive for it. @returns what calls it off */
  wake(delayMs: number, callback: () => void): () => void;
}

/** How late a deadline may be noticed, in milliseconds. */
const TURN_MS = 20;
/** Slots of the wheel, a power of two: a deadline further ahead than 20 s is passed by and looked at again. */
const SLOTS = 1024;
const NOWHERE = -1;

/**
 * A hashed timing wheel that re-arms lazily: to put a deadline off, as every request on a connection does, is to write one
 * number; only when the old time comes does the wheel find that there is a new one. It sleeps until the next slot that
 * holds anything.
 */
export class DeadlineWheel {
  readonly clock: WheelClock;
  readonly #slots: Deadline[][] = Array.from({ length: SLOTS }, () => []);
  #held = 0;
  /** The last turn that was looked at. */
  #turn = 0;
  /** The turn for which the clock was asked to wake, and what calls that off. */
  #wakeTurn = Number.POSITIVE_INFINITY;
  #callOff: (() => void) | undefined;

  constructor(clock: WheelClock = SYSTEM_CLOCK) {
    this.clock = clock;
  }

  /** Deadlines that the wheel holds, set or not: for tests that look for leaks. */
  get size(): number {
    return this.#held;
  }

  /** Puts a deadline where it will be looked at in time. Called by {@link Deadline} alone. */
  hold(deadline: Deadline): void {
    if (this.#held === 0) this.#turn = Math.floor(this.clock.nowMs() / TURN_MS);
    // A wheel that was held up looks at its next turn first.
    const turn = Math.max(turnOf(deadline.dueMs), this.#turn + 1);
    const slot = this.#slotOf(turn);
    deadline.turn = turn;
    deadline.place = slot.length;
    slot.push(deadline);
    this.#held++;
    this.#wakeFor(Math.min(turn, this.#turn + SLOTS));
  }

  /** Takes a deadline out. Called by {@link Deadline} alone. */
  drop(deadline: Deadline): void {
    const slot = this.#slotOf(deadline.turn);
    const last = slot.pop();
    if (last !== undefined && last !== deadline) {
      slot[deadline.place] = last;
      last.place = deadline.place;
    }
    deadline.turn = NOWHERE;
    this.#held--;
  }

  #slotOf(turn: number): Deadline[] {
    return this.#slots[turn & (SLOTS - 1)] as Deadline[];
  }

  #wakeFor(turn: number): void {
    if (turn >= this.#wakeTurn) return;
    this.#callOff?.();
    this.#wakeTurn = turn;
    this.#callOff = this.clock.wake(turn * TURN_MS - this.clock.nowMs(), () => {
      this.#wakeTurn = Number.POSITIVE_INFINITY;
      this.#look();
      if (this.#held > 0) this.#wakeFor(this.#nextTurn());
    });
  }

  #nextTurn(): number {
    let turn = this.#turn + 1;
    while (turn < this.#turn + SLOTS && this.#slotOf(turn).length === 0) turn++;
    return turn;
  }

  #look(): void {
    const nowMs = this.clock.nowMs();
    const until = Math.floor(nowMs / TURN_MS);
    // Longer than one round behind, every slot is looked at once.
    const from = Math.max(this.#turn + 1, until - SLOTS + 1);
    this.#turn = until;
    for (let turn = from; turn <= until; turn++) this.#lookAt(turn, nowMs);
  }

  #lookAt(turn: number, nowMs: number): void {
    const slot = this.#slotOf(turn);
    if (slot.length === 0) return;
    const due = slot.splice(0);
    this.#held -= due.length;
    for (const deadline of due) deadline.turn = NOWHERE;
    for (const deadline of due) {
      // One that came due before it may have set or cleared this one.
      if (deadline.turn !== NOWHERE || !deadline.isSet) continue;
      if (deadline.dueMs > nowMs) this.hold(deadline);
      else deadline.expire();
    }
  }
}

/** The first turn at whose look a time has passed. */
function turnOf(dueMs: number): number {
  return Math.ceil(dueMs / TURN_MS);
}

/** The time limit of one connection; it is set for one thing after the other. */
export class Deadline {
  /** When it is due, in the wheel's milliseconds; infinite while there is nothing to wait for. */
  dueMs: number = Number.POSITIVE_INFINITY;
  /** Where the wheel holds it: its own notes. */
  turn: number = NOWHERE;
  place = 0;
  readonly #wheel: DeadlineWheel;
  readonly #owner: { onDeadline(): void };

  /** @param owner is told once the time has come, at most one turn late */
  constructor(wheel: DeadlineWheel, owner: { onDeadline(): void }) {
    this.#wheel = wheel;
    this.#owner = owner;
  }

  get isSet(): boolean {
    return this.dueMs !== Number.POSITIVE_INFINITY;
  }

  /** Comes due `delayMs` from now, whatever was set before; never for an infinite delay. */
  set(delayMs: number): void {
    this.setUntil(this.#wheel.clock.nowMs() + delayMs);
  }

  /** Comes due at a time of the wheel's clock; never at an infinite one. */
  setUntil(dueMs: number): void {
    this.dueMs = dueMs;
    if (!this.isSet) return;
    // Held for an earlier look already: that look will see the new time.
    if (this.turn !== NOWHERE && this.turn <= turnOf(this.dueMs)) return;
    if (this.turn !== NOWHERE) this.#wheel.drop(this);
    this.#wheel.hold(this);
  }

  /** There is nothing to wait for. */
  clear(): void {
    this.dueMs = Number.POSITIVE_INFINITY;
  }

  /** Like `clear`, and the wheel forgets it at once: the owner has gone. */
  remove(): void {
    this.clear();
    if (this.turn !== NOWHERE) this.#wheel.drop(this);
  }

  /** Called by the wheel alone. */
  expire(): void {
    this.clear();
    this.#owner.onDeadline();
  }
}

const SYSTEM_CLOCK: WheelClock = {
  nowMs: () => performance.now(),
  wake(delayMs, callback) {
    const timer = setTimeout(callback, Math.max(1, delayMs)).unref();
    return () => clearTimeout(timer);
  },
};
