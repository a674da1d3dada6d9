import { threeDigits } from './digits.ts';

/** Spells times as ISO 8601 in UTC; a second is spelled once. */
export class TimeText {
  #second = Number.NaN;
  #text = '';

  /** @param epochMs whole milliseconds since the epoch */
  at(epochMs: number): string {
    const second = Math.floor(epochMs / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#text = new Date(second * 1000).toISOString().slice(0, -'000Z'.length);
    }
    return `${this.#text}${threeDigits(epochMs - second * 1000)}Z`;
  }
}
