/** aws-json 1.0 and 1.1: one JSON object each way, the operation in `X-Amz-Target` (Smithy, "AWS JSON 1.x protocols"). */
import type { ServiceError } from '../../../aws/index.ts';
import type { Member, OperationMatch, ServiceSchema } from '../../schema/index.ts';
import { describeError } from '../error-values.ts';
import { encodeEvents, encodeInitialResponse } from '../event-stream/index.ts';
import { decodeMembers } from '../json/decode-json.ts';
import { encodeMembers } from '../json/encode-json.ts';
import { memberNames } from '../json/json-names.ts';
import { parseBody } from '../json/parse-body.ts';
import type { Protocol, Values, WireRequest, WireResponse } from '../protocol.ts';
import { queryErrorHeader } from '../query-error-header.ts';

export const awsJson10: Protocol = awsJson('aws-json-1.0', 'application/x-amz-json-1.0');
export const awsJson11: Protocol = awsJson('aws-json-1.1', 'application/x-amz-json-1.1');

function awsJson(name: 'aws-json-1.0' | 'aws-json-1.1', contentType: string): Protocol {
  const respond = (statusCode: number, headers: readonly string[], value: Values): WireResponse => ({
    statusCode,
    headers: [...headers, 'Content-Type', contentType],
    body: Buffer.from(JSON.stringify(value), 'utf8'),
  });
  return {
    name,
    findOperation,
    operationCalled: ({ headers }) => headers.get('x-amz-target')?.[0] ?? '',
    decodeInput: (request, { operation }) =>
      decodeMembers(operation.input?.members ?? [], parseBody(request.body), memberNames),
    encodeOutput(operation, output, { requestId }) {
      const members = operation.output?.members ?? [];
      const headers = ['x-amzn-RequestId', requestId];
      if (operation.eventStream !== 'output') return respond(200, headers, encodeMembers(members, output, memberNames));
      return {
        statusCode: 200,
        headers: [...headers, 'Content-Type', 'application/vnd.amazon.eventstream'],
        body: eventsOf(members, output, contentType),
      };
    },
    encodeError: (error: ServiceError, schema, requestId) => {
      const described = describeError(error, schema);
      const values = described.shape
        ? encodeMembers(described.shape.members, described.values, memberNames)
        : described.values;
      return respond(
        described.statusCode,
        ['x-amzn-RequestId', requestId, 'x-amzn-ErrorType', described.name, ...queryErrorHeader(described, schema)],
        { __type: described.name, ...values },
      );
    },
  };
}

/** The schema that an output is written by is the one that its handler's type was read from. */
async function* eventsOf(
  members: readonly Member[],
  output: Values,
  contentType: string,
): AsyncGenerator<Uint8Array, void, void> {
  const isStream = ({ shape, traits }: Member): boolean => shape.kind === 'union' && traits.streaming === true;
  yield encodeInitialResponse(
    members.filter((member) => !isStream(member)),
    output,
    contentType,
  );
  const stream = members.find(isStream);
  if (stream?.shape.kind !== 'union') return;
  yield* encodeEvents(stream.shape, output[stream.name] as AsyncIterable<Values>);
}

/** `X-Amz-Target: PREFIX.OperationName` */
function findOperation(request: WireRequest, schema: ServiceSchema): OperationMatch | undefined {
  const [prefix, name] = request.headers.get('x-amz-target')?.[0]?.split('.') ?? [];
  if (prefix !== schema.targetPrefix || name === undefined) return undefined;
  const operation = schema.operations.get(name);
  return operation && { operation, labels: {} };
}
