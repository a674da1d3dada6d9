/**
 * What stands for an interface endpoint of `execute-api`, through which private APIs are called (guide page
 * apigateway-private-apis): the addresses from which clients come through it. The operator sets them.
 */
export interface VpcEndpoint {
  /** Such as `vpce-0212a4ababd5b8c3e`, in lower case. */
  readonly id: string;
  /** Such as `vpc-2f09a348`. */
  readonly vpcId: string;
  /** Ranges of addresses as `ADDRESS` or `ADDRESS/PREFIX`, both families. */
  readonly cidrs: readonly string[];
  /** JSON text of the endpoint's policy; absent where the endpoint lets everything through, as AWS makes them. */
  readonly policy?: string;
}
