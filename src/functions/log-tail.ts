/** Keeps the last bytes of a log and forgets the rest as it goes. */
export interface LogTail {
  /** Adds a line; its end is added. */
  add(line: string): void;
  /** At most `maxBytes` of UTF-8, never beginning inside a character. */
  text(): string;
}

export function logTail(maxBytes: number): LogTail {
  let kept = '';
  return {
    add(line) {
      kept += `${line}\n`;
      // A character is at least one byte, so this many are always enough.
      if (kept.length > 4 * maxBytes) kept = kept.slice(-maxBytes);
    },
    text() {
      const bytes = Buffer.from(kept);
      let from = Math.max(0, bytes.length - maxBytes);
      while (from < bytes.length && isContinuation(bytes[from])) from++;
      return bytes.toString('utf8', from);
    },
  };
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
