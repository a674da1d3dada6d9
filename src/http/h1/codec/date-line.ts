/** `Date` lines, made once a second (RFC 9110 section 6.6.1). */
export class DateLine {
  #second = Number.NaN;
  #line = '';

  /** @param nowMs milliseconds since the epoch */
  at(nowMs: number): string {
    const second = Math.floor(nowMs / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#line = `Date: ${new Date(second * 1000).toUTCString()}\r\n`;
    }
    return this.#line;
  }
}
