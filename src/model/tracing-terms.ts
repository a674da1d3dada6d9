/** How traces go beyond what API Gateway does with them by itself (decision 0037). */
export interface TracingTerms {
  /**
   * What the `traceparent` of a request means (W3C Trace Context). pass: nothing, as on AWS. join: spans of a sampled request belong to
   * its trace. bridge: it says which trace a request belongs to and whether it is sampled, and whoever is called gets one, too.
   */
  readonly traceparent: 'pass' | 'join' | 'bridge';
  /** Whether requests to HTTP APIs are sampled, whose stages have no setting for it. */
  readonly samplesHttpApis: boolean;
}
