/** Allows something so often a second. */
export class Allowance {
  readonly #perSecond: number;
  #second = Number.NaN;
  #taken = 0;

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  /** @param nowMs milliseconds that never go backwards */
  take(nowMs: number): boolean {
    const second = Math.floor(nowMs / 1_000);
    if (second !== this.#second) {
      this.#second = second;
      this.#taken = 0;
    }
    if (this.#taken === this.#perSecond) return false;
    this.#taken += 1;
    return true;
  }
}
