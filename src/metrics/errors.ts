/** More than the store takes; what was given is not kept. */
export class MetricStoreFullError extends Error {
  override readonly name = 'MetricStoreFullError';
}
