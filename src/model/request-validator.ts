/** A `RequestValidator` as AWS describes it (API reference, `RequestValidator`; features A2.7). */
export interface RequestValidator {
  /** Six characters of `[a-z0-9]`, unique within the API. */
  readonly id: string;
  readonly name: string;
  readonly validateRequestBody: boolean;
  readonly validateRequestParameters: boolean;
}
