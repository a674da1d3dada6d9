import type { Authorizer } from './authorizer.ts';
import type { Scope } from './scope.ts';

/** A simulated request, as `TestInvokeAuthorizer` describes it. */
export interface AuthorizerTest {
  readonly scope: Scope;
  readonly apiId: string;
  readonly authorizer: Authorizer;
  /** Names and values in one flat list. */
  readonly headers: readonly string[];
  /** Begins with `/`. */
  readonly pathWithQueryString: string;
  readonly stageVariables?: Readonly<Record<string, string>>;
}

/** What came of it (API reference, `TestInvokeAuthorizer`). */
export interface AuthorizerTestResult {
  /** The status that a client would have been answered; 0 when the authorizer knows the caller, whatever it allows him. */
  readonly clientStatus: number;
  /** In the format of AWS's execution logs (telemetry E.3). */
  readonly log: string;
  readonly latencyMs: number;
  readonly principalId?: string;
  /** The answered policy document, as JSON text. */
  readonly policy?: string;
  readonly claims?: Readonly<Record<string, string>>;
}

/** Asks an authorizer as the gateway does, without an API that is deployed. */
export type TestAuthorizer = (test: AuthorizerTest) => Promise<AuthorizerTestResult>;
