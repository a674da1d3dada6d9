import { type Call, ServiceError } from '../../aws/index.ts';
import { BodyTooLargeError, type Exchange, type HeaderList } from '../../http/index.ts';
import { createSigningKeys } from '../../sigv4/index.ts';
import { createAuthorizer } from '../access/index.ts';
import { type AuditRecord, auditRecord } from '../audit/index.ts';
import type { CredentialSource, Service } from '../control.ts';
import {
  detectProtocol,
  PROTOCOLS,
  type Protocol,
  SerializationError,
  type Values,
  type WireRequest,
  type WireResponse,
} from '../protocols/index.ts';
import type { Operation } from '../schema/index.ts';
import { authenticate } from './authenticate.ts';
import { type CallSteps, callHandler } from './call-handler.ts';
import { decompress } from './decompress.ts';
import { FRONT_DOOR_LIMITS } from './limits.ts';
import { bodyTooLarge, malformedRequest, notImplemented, unknownOperation } from './protocol-errors.ts';
import { type RequestHead, readHead, senderOf } from './request-head.ts';
import { createServiceDirectory, type FoundOperation, findOperation, type KnownService } from './service-directory.ts';
import { internalError } from './service-errors.ts';
import { createThrottle } from './throttle.ts';
import { answerPreflight, isPreflight, nobody, READABLE_BY_PAGES, unsignedCall } from './unsigned-call.ts';

export interface ControlPlaneOptions {
  readonly services: readonly Service[];
  readonly credentials: CredentialSource;
  /** Every account, twelve digits each; calls without a signature are the first one's. */
  readonly accountIds: readonly string[];
  /** Milliseconds since the epoch. */
  now(): number;
  /** A random UUID, version 4. */
  uuid(): string;
  /** Told what went wrong inside; the client sees none of it but the request id. Must not throw. */
  onError(error: unknown, call: FailedCall): void;
  /** Takes the record of every call whose operation is known, before its answer goes out. Must not throw. */
  audit?(record: AuditRecord, call: FinishedCall): void;
  /** The largest body; `FRONT_DOOR_LIMITS.bodyBytes` unless told. */
  readonly bodyLimitBytes?: number;
}

/** A call in short, for whoever sorts records. */
export interface FinishedCall {
  readonly service: string;
  readonly operation: string;
  readonly accessKeyId: string;
  readonly region: string;
  /** When it arrived. */
  readonly nowMs: number;
}

/** Which call a defect showed in, as far as it was known by then. */
export interface FailedCall {
  readonly requestId: string;
  readonly service: string | undefined;
  readonly operation: string | undefined;
}

/** Serves all AWS APIs on one port. */
export interface ControlPlane {
  /** Takes over one request; the answer goes out through the exchange. Never throws. */
  handle(exchange: Exchange): void;
}

/** What is known of a call so far: an error is told in the words of it. */
interface Progress {
  readonly requestId: string;
  readonly protocol: Protocol;
  service?: KnownService;
  operation?: Operation;
  call?: Call;
  input?: Values;
  output?: Values;
  error?: ServiceError;
  /** Added to the answer. */
  headers?: HeaderList;
}

export function createControlPlane(options: ControlPlaneOptions): ControlPlane {
  const { credentials, accountIds, now, uuid, onError, bodyLimitBytes = FRONT_DOOR_LIMITS.bodyBytes } = options;
  const authentication = { credentials, keys: createSigningKeys(), bodyLimitBytes };
  const directory = createServiceDirectory(options.services);
  const authorizer = createAuthorizer(accountIds);
  const throttle = createThrottle();

  async function answer(exchange: Exchange, head: RequestHead, progress: Progress): Promise<WireResponse> {
    const { protocol, requestId } = progress;
    const nowMs = now();
    const unsigned = await unsignedCall(exchange, head, protocol, directory);
    if (unsigned) {
      const { found, request, region } = unsigned;
      const accountId = accountIds[0] ?? '';
      const call = { scope: { accountId, region }, principal: nobody(accountId), requestId, nowMs };
      note(progress, found, call);
      progress.headers = READABLE_BY_PAGES;
      return callHandler(
        found,
        protocol,
        request,
        call,
        stepsOf(progress, async () => undefined),
      );
    }

    const { credential, scope, body } = await authenticate(exchange, head, protocol.name, nowMs, authentication);
    const services = await directory.signedAs(scope.service);
    if (!services[0]) throw notImplemented(`the service ${scope.service}`);
    progress.service = services[0];

    const encoding = head.wire.headers.get('content-encoding')?.[0];
    const request: WireRequest = { ...head.wire, body: await decompress(body, encoding, bodyLimitBytes) };
    const found = findOperation(services, protocol, request);
    if (!found) throw unknownOperation(protocol.name, protocol.operationCalled(request));

    const { principal, policies } = credential;
    const { accountId } = principal;
    const call = { scope: { accountId, region: scope.region }, principal, requestId, nowMs };
    note(progress, found, call);
    const facts = {
      ...senderOf(exchange, head),
      operation: found.match.operation,
      call,
      policies,
      protocol: protocol.name,
    };
    const permit = (input: Values) => {
      throttle(found, input, call);
      return authorizer.authorize(found.service.access, input, facts);
    };
    return callHandler(found, protocol, request, call, stepsOf(progress, permit));
  }

  function stepsOf(progress: Progress, permit: CallSteps['permit']): CallSteps {
    return {
      permit(input) {
        progress.input = input;
        return permit(input);
      },
      handled(output) {
        progress.output = output;
      },
    };
  }

  function note(progress: Progress, { service, match }: FoundOperation, call: Call): void {
    progress.service = service;
    progress.operation = match.operation;
    progress.call = call;
  }

  function tellError(error: unknown, progress: Progress): WireResponse {
    const { protocol, requestId, service } = progress;
    try {
      progress.error = toServiceError(error, progress);
      return protocol.encodeError(progress.error, service?.schema, requestId);
    } catch (defect) {
      // An error whose members cannot be written must not leave the client without an answer.
      return protocol.encodeError(defectOf(defect, progress), undefined, requestId);
    }
  }

  function toServiceError(error: unknown, progress: Progress): ServiceError {
    if (error instanceof ServiceError) return error;
    if (error instanceof SerializationError) return malformedRequest(progress.protocol.name, error.message);
    if (error instanceof BodyTooLargeError) return bodyTooLarge(error.limitBytes);
    return defectOf(error, progress);
  }

  function defectOf(error: unknown, { requestId, service, operation }: Progress): ServiceError {
    onError(error, { requestId, service: service?.name, operation: operation?.name });
    return internalError(service?.name, requestId);
  }

  async function serve(exchange: Exchange, requestId: string): Promise<void> {
    const head = readHead(exchange);
    if (isPreflight(exchange, head)) return answerPreflight(exchange, head);
    const progress: Progress = { requestId, protocol: PROTOCOLS[detectProtocol(head.wire)] };
    let response: WireResponse;
    try {
      response = await answer(exchange, head, progress);
    } catch (error) {
      // A client that went away while it was sending makes reading its body fail; nobody is left to be told.
      if (exchange.signal.aborted) return;
      response = tellError(error, progress);
    }
    audit(progress, exchange, head);
    const headers = progress.headers ? [...response.headers, ...progress.headers] : response.headers;
    exchange.respond(response.statusCode, headers, response.body);
  }

  function audit(
    { service, operation, call, input, output, error }: Progress,
    exchange: Exchange,
    head: RequestHead,
  ): void {
    if (options.audit === undefined || !service || !operation || !call) return;
    const { sourceIp, userAgent } = senderOf(exchange, head);
    const { schema, name } = service;
    const record = auditRecord({ schema, operation, call, input, output, error, sourceIp, userAgent, eventId: uuid() });
    const { principal, scope, nowMs } = call;
    const { accessKeyId } = principal;
    options.audit(record, { service: name, operation: operation.name, accessKeyId, region: scope.region, nowMs });
  }

  return {
    handle(exchange) {
      const requestId = uuid();
      serve(exchange, requestId).catch((error: unknown) =>
        onError(error, { requestId, service: undefined, operation: undefined }),
      );
    },
  };
}
