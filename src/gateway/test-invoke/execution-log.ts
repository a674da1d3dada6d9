import { javaDate } from '../text/index.ts';

/** The log of a simulated request: a line each, with its time (telemetry E.3). */
export class ExecutionLog {
  readonly #now: () => number;
  #text: string;

  constructor(requestId: string, now: () => number) {
    this.#now = now;
    this.#text = `Execution log for request ${requestId}\n`;
  }

  add(line: string): void {
    this.#text += `${javaDate(this.#now())} : ${line}\n`;
  }

  get text(): string {
    return this.#text;
  }
}
