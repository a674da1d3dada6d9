import { type Call, type Demand, ServiceError } from '../../aws/index.ts';
import { BodyTooLargeError, type Exchange } from '../../http/index.ts';
import { createSigningKeys } from '../../sigv4/index.ts';
import { createAuthorizer } from '../access/index.ts';
import type { CredentialSource } from '../control.ts';
import { PROTOCOLS } from '../protocols/index.ts';
import { authenticate } from './authenticate.ts';
import { bodyTooLarge, unknownOperation } from './protocol-errors.ts';
import { readHead, senderOf } from './request-head.ts';
import { internalError } from './service-errors.ts';

/** A request of an operator's endpoint, whose signature is good. */
export interface OperatorRequest {
  readonly method: string;
  readonly path: string;
  readonly query: ReadonlyMap<string, readonly string[]>;
  readonly body: Buffer;
  /** The address that it came from. */
  readonly sourceIp: string;
  /** Who asks, in which region and when. */
  readonly call: Call;
}

/** One endpoint beside the AWS APIs. */
export interface OperatorEndpoint {
  readonly method: 'GET' | 'POST';
  /** The path, or what it begins with where this ends in a slash. */
  readonly path: string;
  /**
   * All that the caller must be allowed to do, beginning with the action that is called.
   * @throws {ServiceError} that is told to the client
   */
  access(request: OperatorRequest): Promise<readonly Demand[]> | readonly Demand[];
  /**
   * What is answered, as JSON, to a caller who may.
   * @throws {ServiceError} that is told to the client
   */
  answer(request: OperatorRequest): Promise<unknown>;
}

export interface OperatorDoorOptions {
  readonly credentials: CredentialSource;
  /** Every account there is. */
  readonly accountIds: readonly string[];
  readonly endpoints: readonly OperatorEndpoint[];
  /** Milliseconds since the epoch. */
  now(): number;
  uuid(): string;
  readonly bodyLimitBytes: number;
  /** Told what went wrong inside. Must not throw. */
  onError(error: unknown, requestId: string): void;
}

const PROTOCOL = 'rest-json';

/**
 * Serves endpoints of our own, beside the AWS APIs: signed like theirs (SigV4, for any service), and for those whose policies allow
 * it.
 */
export function createOperatorDoor(options: OperatorDoorOptions): (exchange: Exchange) => void {
  const { credentials, accountIds, endpoints, now, uuid, bodyLimitBytes, onError } = options;
  const authentication = { credentials, keys: createSigningKeys(), bodyLimitBytes };
  const authorizer = createAuthorizer(accountIds);

  async function answerTo(exchange: Exchange, requestId: string): Promise<Buffer> {
    const head = readHead(exchange);
    const nowMs = now();
    const { credential, scope, body } = await authenticate(exchange, head, PROTOCOL, nowMs, authentication);
    const { principal, policies } = credential;
    const { method, path, query } = head.wire;
    const sender = senderOf(exchange, head);
    const call = { scope: { accountId: principal.accountId, region: scope.region }, principal, requestId, nowMs };
    const endpoint = endpoints.find((one) => one.method === method && isAt(one, path));
    if (endpoint === undefined) throw unknownOperation(PROTOCOL, `${method} ${path}`);
    const request = { method, path, query, body, sourceIp: sender.sourceIp, call };
    const demands = await endpoint.access(request);
    const operation = { name: demands[0]?.action ?? '' };
    await authorizer.authorize(async () => demands, {}, { operation, call, policies, protocol: PROTOCOL, ...sender });
    return Buffer.from(JSON.stringify(await endpoint.answer(request)));
  }

  function errorOf(error: unknown, requestId: string): ServiceError {
    if (error instanceof ServiceError) return error;
    if (error instanceof BodyTooLargeError) return bodyTooLarge(error.limitBytes);
    onError(error, requestId);
    return internalError(undefined, requestId);
  }

  return (exchange) => {
    const requestId = uuid();
    answerTo(exchange, requestId).then(
      (json) =>
        exchange.respond(
          200,
          ['Content-Type', 'application/json', 'Cache-Control', 'no-store', 'x-amzn-RequestId', requestId],
          json,
        ),
      (error: unknown) => {
        // A client that went away while it was sending makes reading its body fail; nobody is left to be told.
        if (exchange.signal.aborted) return;
        const response = PROTOCOLS[PROTOCOL].encodeError(errorOf(error, requestId), undefined, requestId);
        exchange.respond(response.statusCode, response.headers, response.body);
      },
    );
  };
}

function isAt({ path }: OperatorEndpoint, given: string): boolean {
  return path.endsWith('/') ? given.startsWith(path) && given.length > path.length : given === path;
}
