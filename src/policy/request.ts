/** Who asks: nobody in particular, somebody with an ARN, a service of AWS (`lambda.amazonaws.com`), a federated user. */
export type Principal =
  | { readonly kind: 'anonymous' }
  | AuthenticatedPrincipal
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'federated'; readonly provider: string };

interface AuthenticatedPrincipal {
  readonly kind: 'authenticated';
  /** `arn:aws:iam::ACCOUNT:root`, `...:user/NAME`, or a session's `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION`. */
  readonly arn: string;
  readonly accountId: string;
  /** Of a session: the role that it assumed, `arn:aws:iam::ACCOUNT:role/PATH/NAME`. */
  readonly roleArn?: string;
}

/**
 * Condition keys of one request, by name in lower case; undefined where the request has none. A key with several values is
 * a list.
 */
export type ContextKeys = (key: string) => string | readonly string[] | undefined;

/** What is asked for. */
export interface AccessRequest {
  readonly principal: Principal;
  /** Such as `execute-api:Invoke`. */
  readonly action: string;
  /** The ARN, or `*` for an action that names no resource. */
  readonly resource: string;
  readonly keys: ContextKeys;
}
