/** A request of a stage as its log names it. */
export interface LoggedRequest {
  readonly requestId: string;
  readonly extendedRequestId: string;
  readonly apiId: string;
  readonly stage: string;
  readonly httpMethod: string;
  readonly resourceId: string;
  readonly resourcePath: string;
}
