import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Deadline, DeadlineWheel, type WheelClock } from './deadline-wheel.ts';

/** A clock that a test moves on. */
class TestClock implements WheelClock {
  #nowMs = 1_000_003;
  #wakeAtMs = Number.POSITIVE_INFINITY;
  #callback: () => void = () => undefined;
  wakes = 0;

  nowMs(): number {
    return this.#nowMs;
  }

  wake(delayMs: number, callback: () => void): () => void {
    this.#wakeAtMs = this.#nowMs + delayMs;
    this.#callback = callback;
    return () => {
      this.#wakeAtMs = Number.POSITIVE_INFINITY;
    };
  }

  pass(ms: number): void {
    const untilMs = this.#nowMs + ms;
    while (this.#wakeAtMs <= untilMs) {
      this.#nowMs = Math.max(this.#nowMs, this.#wakeAtMs);
      this.#wakeAtMs = Number.POSITIVE_INFINITY;
      this.wakes++;
      this.#callback();
    }
    this.#nowMs = untilMs;
  }
}

function setUp() {
  const clock = new TestClock();
  const wheel = new DeadlineWheel(clock);
  const expired: string[] = [];
  const make = (name: string) => new Deadline(wheel, { onDeadline: () => void expired.push(name) });
  return { clock, wheel, expired, make };
}

it.each([1, 19, 20, 21, 300, 20_479, 20_480, 29_000, 310_000])(
  'comes due after %d ms, at most 20 ms late',
  (delayMs) => {
    const { clock, expired, make, wheel } = setUp();
    make('a').set(delayMs);
    clock.pass(delayMs - 1);
    expect(expired).toEqual([]);
    clock.pass(21);
    expect(expired).toEqual(['a']);
    clock.pass(1_000_000);
    expect(expired).toEqual(['a']);
    expect(wheel.size).toBe(0);
  },
);

describe('a deadline that is set again', () => {
  it('comes due at the new time, later or earlier', () => {
    const { clock, expired, make } = setUp();
    const later = make('later');
    const earlier = make('earlier');
    later.set(100);
    earlier.set(50_000);
    clock.pass(90);
    later.set(10_000);
    earlier.set(1_000);
    clock.pass(1_020);
    expect(expired).toEqual(['earlier']);
    clock.pass(9_000);
    expect(expired).toEqual(['earlier', 'later']);
  });

  it('does not come due once it is cleared or removed, and can be set again', () => {
    const { clock, expired, make, wheel } = setUp();
    const cleared = make('cleared');
    const removed = make('removed');
    cleared.set(100);
    removed.set(100);
    cleared.clear();
    removed.remove();
    expect(wheel.size).toBe(1);
    clock.pass(200);
    expect(expired).toEqual([]);
    expect(wheel.size).toBe(0);
    cleared.set(100);
    clock.pass(120);
    expect(expired).toEqual(['cleared']);
  });

  it('may be set or removed by another that comes due in the same turn', () => {
    const { clock, expired, make, wheel } = setUp();
    const victim = make('victim');
    const other = make('other');
    const killer = new Deadline(wheel, {
      onDeadline: () => {
        victim.remove();
        other.set(1_000);
      },
    });
    killer.set(100);
    victim.set(100);
    other.set(100);
    clock.pass(200);
    expect(expired).toEqual([]);
    clock.pass(1_000);
    expect(expired).toEqual(['other']);
  });
});

it('sleeps while nothing is due: a deadline put off a thousand times costs a handful of looks', () => {
  const { clock, expired, make } = setUp();
  const deadline = make('a');
  for (let i = 0; i < 1_000; i++) {
    deadline.set(30_000);
    clock.pass(100);
  }
  expect(expired).toEqual([]);
  expect(clock.wakes).toBeLessThan(12);
});

it('brings every deadline in time and none twice, whatever is done', () => {
  const action = fc.tuple(fc.nat(7), fc.constantFrom('set', 'clear', 'remove'), fc.nat(50_000), fc.nat(5_000));
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
      const clock = new TestClock();
      const wheel = new DeadlineWheel(clock);
      const dueMs = new Array<number>(8).fill(Number.POSITIVE_INFINITY);
      const deadlines = dueMs.map(
        (_, i) =>
          new Deadline(wheel, {
            onDeadline: () => {
              expect(clock.nowMs()).toBeGreaterThanOrEqual(dueMs[i] ?? 0);
              expect(clock.nowMs()).toBeLessThanOrEqual((dueMs[i] ?? 0) + 20);
              dueMs[i] = Number.POSITIVE_INFINITY;
            },
          }),
      );
      for (const [which, what, delayMs, passMs] of actions) {
        if (what === 'set') {
          dueMs[which] = clock.nowMs() + delayMs;
          deadlines[which]?.set(delayMs);
        } else {
          dueMs[which] = Number.POSITIVE_INFINITY;
          deadlines[which]?.[what]();
        }
        clock.pass(passMs);
      }
      clock.pass(60_000);
      expect(dueMs.every((due) => due === Number.POSITIVE_INFINITY)).toBe(true);
      expect(wheel.size).toBe(0);
    }),
    { numRuns: 200 },
  );
});
