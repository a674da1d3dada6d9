/** A request as one recipient understood it. */
export interface ReadRequest {
  readonly method: string;
  readonly target: string;
  /** Name, value, name, value, ... as received. */
  readonly headers: readonly string[];
  /** One character a byte. */
  readonly body: string;
}

/** A request with its place in the stream. */
export interface PlacedRequest extends ReadRequest {
  /** Behind its last byte. */
  readonly end: number;
  /** Another one may follow. */
  readonly keepAlive: boolean;
}

/** What a recipient made of a stream of bytes. */
export interface Reading<R extends ReadRequest = ReadRequest> {
  /** Requests that it took as complete, in order. */
  readonly requests: readonly R[];
  /** Why it read no further; undefined when it would have gone on. */
  readonly refusal: string | undefined;
}
