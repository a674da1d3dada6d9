import { hash } from 'node:crypto';
import { type Failures, lockedUntilMs, oneMore } from './lockout.ts';

/**
 * Failures by names that anybody may make up: of so many names, the oldest forgotten first. Names are kept as hashes, since whoever
 * makes them up can make them long.
 */
export class FailureTable {
  readonly #failures = new Map<string, Failures>();
  readonly #names: number;

  /** @param names how many are remembered */
  constructor(names: number) {
    this.#names = names;
  }

  /** Counts an attempt as failed before it is known to be, so that many at once are no way around. @returns how long to wait instead */
  begin(name: string, nowMs: number): number {
    const id = idOf(name);
    const before = this.#failures.get(id);
    const waitMs = before === undefined ? 0 : lockedUntilMs(before) - nowMs;
    if (waitMs > 0) return waitMs;
    this.#failures.delete(id);
    this.#failures.set(id, oneMore(before, nowMs));
    const oldest = this.#failures.size > this.#names ? this.#failures.keys().next().value : undefined;
    if (oldest !== undefined) this.#failures.delete(oldest);
    return 0;
  }

  /** The attempt was none at guessing. */
  succeeded(name: string): void {
    this.#failures.delete(idOf(name));
  }
}

function idOf(name: string): string {
  return hash('sha256', name, 'base64');
}
