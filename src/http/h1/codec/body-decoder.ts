/** Takes a body's bytes as they are decoded. */
export interface BytesTarget {
  /** @param bytes borrowed: copy what shall outlive the call */
  onBytes(bytes: Buffer): void;
}

/** Tells a body's bytes from what frames it and what follows it. */
export interface BodyDecoder {
  /** The body has ended; what follows belongs to the next message. */
  readonly done: boolean;
  /** The body may end where the connection ends. */
  readonly endsAtClose: boolean;
  /**
   * Hands on the body's bytes between `start` and `end`.
   * @returns the place behind the last byte that it took
   * @throws {MessageError} for framing that RFC 9112 forbids
   */
  decode(bytes: Buffer, start: number, end: number, target: BytesTarget): number;
}
