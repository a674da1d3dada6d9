import type { EndpointType, RequestObserver, ServedRequest } from '../../model/index.ts';
import type { IdSource } from './ids.ts';

/** What is the same for every request to a stage. */
export interface StageFacts {
  readonly accountId: string;
  readonly region: string;
  readonly apiId: string;
  readonly stage: string;
  readonly deploymentId: string;
  readonly endpointType: EndpointType;
  /** Whether requests are the canary's; undefined at a stage without one (fact D119). */
  readonly isCanaryRequest: boolean | undefined;
}

/** What the requests to a stage share. */
export interface StageRuntime {
  readonly facts: StageFacts;
  readonly ids: IdSource;
  /** Milliseconds that never go backwards, with fractions. */
  nowMs(): number;
  /** Is told of every request that has been answered. */
  readonly observe: RequestObserver;
  /** One line for the operator about a request that failed, and why. */
  report(detail: string, request: Pick<ServedRequest, 'httpMethod' | 'requestId' | 'resourcePath'>): void;
}
