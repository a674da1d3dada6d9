import type { ExplainedRequest } from './explained-request.ts';
import type { Scope } from './scope.ts';
import type { StageSnapshot } from './stage-snapshot.ts';

/** One request that tests a method of an API as it is (API reference, `TestInvokeMethod`). */
export interface MethodTest {
  /** The API as a stage of its own would serve it, with the tested method alone. */
  readonly snapshot: StageSnapshot;
  readonly httpMethod: string;
  /** As the client of a stage would send it, without the stage. */
  readonly pathWithQueryString: string;
  /** Names and values in one flat list. */
  readonly headers: readonly string[];
  readonly body: Uint8Array;
}

/** What it came to. */
export interface MethodTestResult {
  readonly status: number;
  /** Names and values in one flat list. */
  readonly headers: readonly string[];
  readonly body: Uint8Array;
  readonly latencyMs: number;
  /** The execution log (telemetry E.3). */
  readonly log: string;
}

/** Sends a test through the data plane. */
export type MethodTester = (test: MethodTest) => Promise<MethodTestResult>;

/** What a test went through, phase by phase. */
export interface TestedRequest {
  /** Whose API it was. */
  readonly scope: Scope;
  readonly request: ExplainedRequest;
  /** For those who may not see what was in it. */
  readonly withoutBodies: ExplainedRequest;
}
