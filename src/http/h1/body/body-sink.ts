/** Takes a body piece by piece as it comes. */
export interface BodySink {
  /**
   * @param bytes borrowed: copy what shall outlive the call
   * @returns false when no more shall come until `IncomingBody.resume`
   */
  onBytes(bytes: Buffer): boolean;
  /** The body is complete. */
  onEnd(): void;
  /** The body will never be complete. */
  onFailure(error: Error): void;
}
