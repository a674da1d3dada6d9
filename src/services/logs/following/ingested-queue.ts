import type { IngestedLogEvents } from '../../../model/index.ts';

const RELEASED_TOGETHER = 1_000;

/** Events that wait, in the order in which they came in, up to a bound. */
export class IngestedQueue {
  private readonly maxBytes: number;
  private waiting: IngestedLogEvents[] = [];
  private at = 0;
  private bytes = 0;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  get isEmpty(): boolean {
    return this.at >= this.waiting.length;
  }

  /** @returns false when there is no room; an empty queue takes anything */
  push(ingested: IngestedLogEvents): boolean {
    const { bytes: size } = ingested;
    if (!this.isEmpty && this.bytes + size > this.maxBytes) return false;
    this.bytes += size;
    this.waiting.push(ingested);
    return true;
  }

  shift(): IngestedLogEvents | undefined {
    const next = this.waiting[this.at];
    if (next === undefined) return undefined;
    this.at += 1;
    this.bytes -= next.bytes;
    // What was taken is let go of in large pieces, so that it is moved seldom.
    if (this.isEmpty || this.at >= RELEASED_TOGETHER) {
      this.waiting = this.waiting.slice(this.at);
      this.at = 0;
    }
    return next;
  }
}
