import type { ServiceError } from '../../aws/index.ts';
import type { BodySource, HeaderList } from '../../http/index.ts';
import type { Operation, OperationMatch, ProtocolName, RestRoutes, ServiceSchema } from '../schema/index.ts';

/** A request as a protocol reads it. */
export interface WireRequest {
  readonly method: string;
  /** As received, percent-encoded, without the query. */
  readonly path: string;
  /** Decoded, each name with its values in the order received. */
  readonly query: ReadonlyMap<string, readonly string[]>;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: Buffer;
}

export interface WireResponse {
  readonly statusCode: number;
  readonly headers: HeaderList;
  /** Piece by piece for an event stream. */
  readonly body: Uint8Array | BodySource;
}

/** A handler's input or output, by the SDK's member names. */
export type Values = Readonly<Record<string, unknown>>;

/** One wire protocol. Stateless: the same object serves every service. */
export interface Protocol {
  readonly name: ProtocolName;
  /**
   * The operation that a request names, or undefined when the service has none such.
   * @param routes the index of the service's REST operations; only rest-json looks at it
   */
  findOperation(request: WireRequest, schema: ServiceSchema, routes: RestRoutes): OperationMatch | undefined;
  /** What the request calls its operation, for the message that there is none such. */
  operationCalled(request: WireRequest): string;
  /**
   * @returns the input, with unknown members left out and absent ones absent
   * @throws {SerializationError} when the request is not what the schema says
   */
  decodeInput(request: WireRequest, match: OperationMatch): Values;
  encodeOutput(operation: Operation, output: Values, context: ResponseContext): WireResponse;
  /** @param schema undefined when the request named no service that is known */
  encodeError(error: ServiceError, schema: ServiceSchema | undefined, requestId: string): WireResponse;
}

export interface ResponseContext {
  readonly schema: ServiceSchema;
  readonly requestId: string;
}

export const EMPTY_BODY: Uint8Array = new Uint8Array(0);
