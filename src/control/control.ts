import type { Call, Principal } from '../aws/index.ts';

/** Finds the secret of an access key. */
export interface CredentialSource {
  /** Undefined for an unknown key. */
  find(accessKeyId: string): Promise<Credential | undefined>;
}

export interface Credential {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Set for temporary credentials: the call must carry exactly this token. */
  readonly sessionToken?: string;
  readonly principal: Principal;
}

/** The names of the services whose schemas are built into `dist/schemas`. */
export type ServiceName =
  | 'apigateway'
  | 'apigatewayv2'
  | 'lambda'
  | 'iam'
  | 'sts'
  | 'cloudwatch'
  | 'logs'
  | 'cognito-idp'
  | 'acm';

/**
 * One AWS API that is served: its schema's name and its handlers. Build one with `serveService`, which checks the
 * handlers' types against the SDK's client.
 */
export interface Service {
  readonly name: ServiceName;
  readonly handlers: Readonly<Record<string, ((input: never, call: Call) => Promise<unknown>) | undefined>>;
  /**
   * Operations that anybody may call without a signature, by their names in the schema: what they do needs another proof,
   * such as a password or a token (Smithy, `noAuth`). Their input may be anybody's.
   */
  readonly unsigned?: ReadonlySet<string>;
}
