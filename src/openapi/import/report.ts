/** Most of what is reported of one file: a file with ten thousand faults is one answer, too. */
const MOST = 200;

/** Collects what a reading has to say besides its result. */
export class Report {
  readonly #warnings = new Set<string>();
  readonly #errors = new Set<string>();
  #malformed: string | undefined;

  /** Something is left out, the rest is imported. */
  warn(message: string): void {
    if (this.#warnings.size < MOST) this.#warnings.add(message);
  }

  /** The file cannot be imported. */
  fail(message: string): void {
    if (this.#errors.size < MOST) this.#errors.add(message);
  }

  /** The file cannot even be read as what it is meant to be; the first such thing is all that is told. */
  failToRead(message: string): void {
    this.#malformed ??= message;
  }

  get malformed(): string | undefined {
    return this.#malformed;
  }

  get warnings(): readonly string[] {
    return [...this.#warnings];
  }

  get errors(): readonly string[] {
    return [...this.#errors];
  }
}
