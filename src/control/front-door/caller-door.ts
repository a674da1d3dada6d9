import type { Demand, Principal } from '../../aws/index.ts';
import type { Exchange } from '../../http/index.ts';
import type { Scope } from '../../model/index.ts';
import { createSigningKeys, wrongSignature } from '../../sigv4/index.ts';
import { createAuthorizer } from '../access/index.ts';
import type { CredentialSource } from '../control.ts';
import { authenticate } from './authenticate.ts';
import { readHead, senderOf } from './request-head.ts';
import { signatureError } from './signature-errors.ts';

export interface CallerDoorOptions {
  readonly credentials: CredentialSource;
  /** Every account there is. */
  readonly accountIds: readonly string[];
  readonly bodyLimitBytes: number;
}

/** What a request that calls no operation of an API is about, such as one to a function URL. */
export interface CallerDoorRequest {
  readonly requestId: string;
  /** The account and the region of what is called. */
  readonly scope: Scope;
  /** The name to sign for. */
  readonly service: string;
  /** All of them, beginning with that of the action that is called. */
  readonly demands: readonly Demand[];
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
}

/** A caller who may, and the body that he signed. */
export interface AdmittedCaller {
  readonly principal: Principal;
  readonly body: Buffer;
}

/**
 * Lets in who has signed and may do what is demanded, by the same rules as calls of the AWS APIs.
 * @throws {ServiceError} that says why not, in the words of AWS's REST services
 * @throws {BodyTooLargeError}
 */
export type AdmitCaller = (exchange: Exchange, request: CallerDoorRequest) => Promise<AdmittedCaller>;

const PROTOCOL = 'rest-json';

export function createCallerDoor(options: CallerDoorOptions): AdmitCaller {
  const authentication = { ...options, keys: createSigningKeys() };
  const authorizer = createAuthorizer(options.accountIds);

  return async (exchange, { requestId, scope, service, demands, nowMs }) => {
    const head = readHead(exchange);
    const expected = { region: scope.region, service };
    const authentic = await authenticate(exchange, head, PROTOCOL, nowMs, authentication, expected);
    // A body that is left out of the signature could be anybody's.
    if (!authentic.isBodySigned) throw signatureError(wrongSignature, PROTOCOL);
    const { principal, policies } = authentic.credential;
    await authorizer.authorize(
      async () => demands,
      {},
      {
        operation: { name: demands[0]?.action ?? '' },
        call: { scope, principal, requestId, nowMs },
        policies,
        protocol: PROTOCOL,
        ...senderOf(exchange, head),
      },
    );
    return { principal, body: authentic.body };
  };
}
