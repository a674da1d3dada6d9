import type { AccessRules, Call, CallRates, Principal } from '../aws/index.ts';
import type { CallerPolicies } from '../model/index.ts';

/** Finds the secret of an access key. */
export interface CredentialSource {
  /**
   * Undefined for an unknown key. May be asked at every call, and must know at once what has changed.
   * @param sessionToken as the request carries it, to find temporary credentials by
   */
  find(accessKeyId: string, sessionToken: string | undefined): Promise<Credential | undefined>;
}

export interface Credential {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Set for temporary credentials: the call must carry exactly this token. */
  readonly sessionToken?: string;
  readonly principal: Principal;
  /** What he may do; the same object as long as nothing of it has changed. */
  readonly policies: CallerPolicies;
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
  /** What callers must be allowed to do; absent, each operation is an action of its own name on `*`. */
  readonly access?: AccessRules;
  /** How often its operations may be called; absent, as often as one likes. */
  readonly rates?: CallRates;
}
