import { ServiceError } from '../../aws/index.ts';
import { BodyTooLargeError, type Exchange } from '../../http/index.ts';
import { createSigningKeys } from '../../sigv4/index.ts';
import type { CredentialSource } from '../control.ts';
import { PROTOCOLS } from '../protocols/index.ts';
import { authenticate } from './authenticate.ts';
import { bodyTooLarge, unknownOperation } from './protocol-errors.ts';
import { readHead } from './request-head.ts';
import { internalError } from './service-errors.ts';

/** A request of the operator's, whose signature is good. */
export interface OperatorRequest {
  readonly method: string;
  readonly path: string;
  readonly query: ReadonlyMap<string, readonly string[]>;
  readonly body: Buffer;
  /** The address that it came from. */
  readonly sourceIp: string;
}

export interface OperatorDoorOptions {
  readonly credentials: CredentialSource;
  /** The operator's account: the root users of others see nothing here. */
  readonly accountId: string;
  /** Milliseconds since the epoch. */
  now(): number;
  uuid(): string;
  readonly bodyLimitBytes: number;
  /**
   * What is answered, as JSON; undefined where there is no such endpoint.
   * @throws {ServiceError} that is told to the client
   */
  answer(request: OperatorRequest): Promise<unknown>;
  /** Told what went wrong inside. Must not throw. */
  onError(error: unknown): void;
}

const PROTOCOL = 'rest-json';

/**
 * Serves the operator's own endpoints, beside the AWS APIs and signed like theirs (SigV4, for any service). They show what
 * requests to all APIs held, so they are for the root user of the operator's account alone.
 */
export function createOperatorDoor(options: OperatorDoorOptions): (exchange: Exchange) => void {
  const { credentials, accountId, now, uuid, bodyLimitBytes, answer, onError } = options;
  const authentication = { credentials, keys: createSigningKeys(), bodyLimitBytes };

  async function answerTo(exchange: Exchange): Promise<unknown> {
    const head = readHead(exchange);
    const { credential, body } = await authenticate(exchange, head, PROTOCOL, now(), authentication);
    const { arn } = credential.principal;
    if (arn !== `arn:aws:iam::${accountId}:root`)
      throw new ServiceError('AccessDeniedException', 403, `User: ${arn} is not the root user.`);
    const { method, path, query } = head.wire;
    const value = await answer({ method, path, query, body, sourceIp: exchange.peer.address });
    if (value === undefined) throw unknownOperation(PROTOCOL, `${method} ${path}`);
    return value;
  }

  function errorOf(error: unknown, requestId: string): ServiceError {
    if (error instanceof ServiceError) return error;
    if (error instanceof BodyTooLargeError) return bodyTooLarge(error.limitBytes);
    onError(error);
    return internalError(undefined, requestId);
  }

  return (exchange) => {
    const requestId = uuid();
    answerTo(exchange).then(
      (value) => exchange.respond(200, ['Content-Type', 'application/json'], Buffer.from(JSON.stringify(value))),
      (error: unknown) => {
        // A client that went away while it was sending makes reading its body fail; nobody is left to be told.
        if (exchange.signal.aborted) return;
        const response = PROTOCOLS[PROTOCOL].encodeError(errorOf(error, requestId), undefined, requestId);
        exchange.respond(response.statusCode, response.headers, response.body);
      },
    );
  };
}
