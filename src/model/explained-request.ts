/** Bytes that came with a request or were made of it: how many, and the first of them as text where that is kept. */
export interface ExplainedBody {
  readonly bytes: number;
  readonly text?: string;
}

export type ExplainedValue = string | number | boolean | readonly string[] | ExplainedBody;

/** What one phase of a request saw, decided or changed. */
export interface ExplainedStep {
  /** Since the request began, with fractions. */
  readonly atMs: number;
  readonly phase: string;
  /** In a few words, such as `passed` or `refused: Forbidden`. */
  readonly verdict: string;
  readonly facts: Readonly<Record<string, ExplainedValue>>;
}

/** A request in one line. */
export interface RequestSummary {
  readonly requestId: string;
  readonly apiId: string;
  readonly stage: string;
  /** When its head had been read, in milliseconds since the epoch. */
  readonly requestTimeEpoch: number;
  readonly sourceIp: string;
  readonly httpMethod: string;
  readonly path: string;
  /** Absent when no resource was found. */
  readonly resourcePath?: string;
  readonly status: number;
  readonly latencyMs: number;
  /** The gateway response that ended it (`THROTTLED`); absent for a method's own answer. */
  readonly responseType?: string;
  /** Whether the stage's canary served it; absent at a stage without one. */
  readonly isCanaryRequest?: boolean;
  /** Of the API key that opened its method, never the key's value; absent where none did. */
  readonly apiKeyId?: string;
}

/** A request phase by phase. Secrets are masked in it; bodies are there as far as whoever asked may see them. */
export interface ExplainedRequest extends RequestSummary {
  readonly extendedRequestId: string;
  readonly steps: readonly ExplainedStep[];
}

/** Which of the requests that are remembered are meant. */
export interface RequestQuery {
  readonly apiId?: string;
  readonly stage?: string;
  readonly apiKeyId?: string;
  /** At most so many, the youngest. */
  readonly limit: number;
}

/** A request that is sent through a stage to see what becomes of it. */
export interface ExplainOrder {
  readonly apiId: string;
  readonly stage: string;
  readonly httpMethod: string;
  /** Below the stage, with the query. */
  readonly pathWithQueryString: string;
  /** Names and values in one flat list. */
  readonly headers: readonly string[];
  readonly body: Uint8Array;
  /** Whom the request is to come from. */
  readonly sourceIp: string;
  /** Whether bodies are to be shown, and not their lengths alone. */
  readonly withBodies: boolean;
}
