import type { EndpointType } from '../../model/index.ts';

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
