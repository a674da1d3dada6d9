import { threeDigits } from './digits.ts';

/** Spells times as ISO 8601 in UTC. A second is spelled once, and what many requests share, a millisecond, too. */
export class TimeText {
  #second = Number.NaN;
  #prefix = '';
  #epochMs = Number.NaN;
  #text = '';

  /** @param epochMs whole milliseconds since the epoch */
  at(epochMs: number): string {
    if (epochMs === this.#epochMs) return this.#text;
    const second = Math.floor(epochMs / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#prefix = new Date(second * 1000).toISOString().slice(0, -'000Z'.length);
    }
    this.#epochMs = epochMs;
    this.#text = `${this.#prefix}${threeDigits(epochMs - second * 1000)}Z`;
    return this.#text;
  }
}
