/**
 * The namespace that every stored thing lives in. AWS keeps an account's APIs apart by region, and so do we: the region
 * in a caller's credential scope names the namespace (features A1.17).
 */
export interface Scope {
  /** Twelve digits. */
  readonly accountId: string;
  /** For example `us-east-1`; any name that a client signs with. */
  readonly region: string;
}
