import { measureStolen } from './stolen-time.ts';

/** A run counts of which the host has taken no larger part: a hundredth moves the slowest hundredth of what is measured. */
const MOST_STOLEN = 0.01;
/** One that never succeeds counts as it was when least was taken. */
const ATTEMPTS = 12;
/** Of all runs together: a benchmark comes to an end on a machine that is never left alone, too. */
const MOST_AGAIN = 150;

/**
 * Makes runs of a benchmark, and makes those again during which the host of a virtual machine took processors for others. What is chosen by is
 * what the host took, never what came out, and it is the same for all that stand side by side.
 */
export class Undisturbed {
  readonly #measure: typeof measureStolen;
  #counted = 0;
  #again = 0;
  #mostStolen = 0;

  /** @param measure begins to measure what is taken */
  constructor(measure: typeof measureStolen = measureStolen) {
    this.#measure = measure;
  }

  async run<Report>(work: () => Promise<Report>): Promise<Report> {
    let best: { readonly report: Report; readonly stolen: number } | undefined;
    for (let attempt = 1; ; attempt++) {
      const stolenSince = this.#measure();
      const report = await work();
      const stolen = stolenSince() ?? 0;
      if (best === undefined || stolen < best.stolen) best = { report, stolen };
      if (best.stolen <= MOST_STOLEN || attempt === ATTEMPTS || this.#again >= MOST_AGAIN) break;
      this.#again += 1;
    }
    this.#counted += 1;
    this.#mostStolen = Math.max(this.#mostStolen, best.stolen);
    return best.report;
  }

  /** A sentence for the reader of the figures. */
  get note(): string {
    const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
    return (
      `A run is made again when the machine’s host took more than ${percent(MOST_STOLEN)} of the processors’ time meanwhile: ${this.#again} were, ` +
      `beside the ${this.#counted} that count. Of one that counts it took ${percent(this.#mostStolen)} at most.`
    );
  }
}
