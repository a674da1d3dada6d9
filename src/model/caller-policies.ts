/** A policy document as JSON text, with the name by which decisions tell of it: its ARN, or whose inline policy it is. */
export interface PolicyText {
  readonly name: string;
  readonly document: string;
}

/** Every policy that limits what a caller may do, but for those of resources. */
export interface CallerPolicies {
  /** Of the user or role, and of the user's groups. */
  readonly identity: readonly PolicyText[];
  /** The permissions boundary. */
  readonly boundary?: PolicyText;
  /** Of the session: where there are some, one of them must allow. */
  readonly session?: readonly PolicyText[];
}
