/** A `VpcLink` as AWS describes it (API reference, `VpcLink`; features A5.6, fact D165). */
export interface VpcLink {
  /** Six characters of `[a-z0-9]`. */
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** The ARN of one network load balancer. */
  readonly targetArns: readonly string[];
  readonly status: 'PENDING' | 'AVAILABLE' | 'DELETING' | 'FAILED';
  readonly statusMessage?: string;
  readonly tags: Readonly<Record<string, string>>;
}
