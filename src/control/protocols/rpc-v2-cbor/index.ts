/**
 * rpcv2Cbor: one CBOR map each way, service and operation in the path (Smithy, "RPC v2 CBOR protocol"). The codec is our
 * own (docs/decisions/0003).
 */
import type { ServiceError } from '../../../aws/index.ts';
import type { OperationMatch, ServiceSchema } from '../../schema/index.ts';
import { describeError } from '../error-values.ts';
import { EMPTY_BODY, type Protocol, type WireRequest, type WireResponse } from '../protocol.ts';
import { queryErrorHeader } from '../query-error-header.ts';
import { readCbor } from './cbor-reader.ts';
import { CborWriter } from './cbor-writer.ts';
import { decodeCborMembers } from './decode-cbor.ts';
import { encodeCborMembers } from './encode-cbor.ts';

const PATH = /^\/service\/([^/]+)\/operation\/([^/]+)$/;

export const rpcV2Cbor: Protocol = {
  name: 'rpc-v2-cbor',
  findOperation,
  operationCalled: ({ path }) => path,
  decodeInput(request, { operation }) {
    if (!operation.input || request.body.length === 0) return {};
    return decodeCborMembers(operation.input.members, readCbor(request.body));
  },
  encodeOutput(operation, output, { requestId }) {
    if (!operation.output) return response(200, ['x-amzn-RequestId', requestId], EMPTY_BODY);
    const writer = new CborWriter();
    encodeCborMembers(writer, operation.output.members, output);
    return response(200, ['x-amzn-RequestId', requestId], writer.bytes());
  },
  encodeError(error: ServiceError, schema, requestId) {
    const described = describeError(error, schema);
    // The wire wants a whole shape id; an error that belongs to no service has its bare name.
    const id = schema && described.shape ? `${schema.namespace}#${described.name}` : described.name;
    const writer = new CborWriter();
    if (described.shape) encodeCborMembers(writer, described.shape.members, described.values, { __type: id });
    else encodeCborMembers(writer, [], {}, { __type: id, message: error.message });
    const headers = ['x-amzn-RequestId', requestId, ...queryErrorHeader(described, schema)];
    return response(described.statusCode, headers, writer.bytes());
  },
};

/** `POST /service/SERVICE/operation/OPERATION` */
function findOperation(request: WireRequest, schema: ServiceSchema): OperationMatch | undefined {
  const [, service, name] = PATH.exec(request.path) ?? [];
  if (request.method !== 'POST' || service !== schema.targetPrefix || name === undefined) return undefined;
  const operation = schema.operations.get(name);
  return operation && { operation, labels: {} };
}

function response(statusCode: number, headers: readonly string[], body: Uint8Array): WireResponse {
  const contentType = body.length > 0 ? ['Content-Type', 'application/cbor'] : [];
  return { statusCode, headers: ['smithy-protocol', 'rpc-v2-cbor', ...headers, ...contentType], body };
}
