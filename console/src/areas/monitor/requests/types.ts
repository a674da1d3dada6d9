/** What `GET /_sallyport/requests` and `GET /_sallyport/requests/ID` answer (docs/control-extensions.md). */
export interface RequestSummary {
  readonly requestId: string;
  readonly apiId: string;
  readonly stage: string;
  /** Milliseconds since the epoch. */
  readonly requestTimeEpoch: number;
  readonly sourceIp: string;
  readonly httpMethod: string;
  readonly path: string;
  readonly resourcePath?: string;
  readonly status: number;
  readonly latencyMs: number;
  /** The gateway response that ended it; absent for a method's own answer. */
  readonly responseType?: string;
  readonly isCanaryRequest?: boolean;
  /** Of the API key that opened its method. */
  readonly apiKeyId?: string;
}

/** Bytes of which the text may be kept. */
interface KeptBody {
  readonly bytes: number;
  readonly text?: string;
}

export type FactValue = string | number | boolean | readonly string[] | KeptBody;

export interface Step {
  readonly atMs: number;
  readonly phase: string;
  readonly verdict: string;
  readonly facts: Readonly<Record<string, FactValue>>;
}

export interface ExplainedRequest extends RequestSummary {
  readonly extendedRequestId: string;
  readonly steps: readonly Step[];
}
