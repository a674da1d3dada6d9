/** What an authorizer said of a caller: `$context.authorizer`. */
export interface AuthorizerFacts {
  /** Absent for a user pool. */
  readonly principalId?: string;
  /** `$context.authorizer.NAME`, every value as text (telemetry E.2.1). */
  readonly properties: Readonly<Record<string, string>>;
  /** `$context.authorizer.claims.NAME`, of a user pool's token. */
  readonly claims?: Readonly<Record<string, string>>;
  /** The value of the API key that the caller uses (fact D118). */
  readonly usageIdentifierKey?: string;
}

/** Who signed a request: `$context.identity` of a method with AWS_IAM. */
export interface CallerFacts {
  readonly accessKey: string;
  readonly accountId: string;
  /** The unique id of the user or session. */
  readonly caller: string;
  readonly user: string;
  readonly userArn: string;
}
