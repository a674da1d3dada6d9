/** aws-query: a form in, XML out (Smithy, "AWS query protocol"). */
import type { OperationMatch, ServiceSchema } from '../../schema/index.ts';
import type { Protocol, WireRequest } from '../protocol.ts';
import { decodeForm } from './decode-form.ts';
import { encodeError } from './encode-error.ts';
import { encodeOutput } from './encode-output.ts';
import { formParameters } from './form-parameters.ts';

export const awsQuery: Protocol = {
  name: 'aws-query',
  findOperation,
  operationCalled,
  decodeInput,
  encodeOutput,
  encodeError,
};

/** `Action=OPERATION&Version=2011-06-15`: an operation of another version is another operation. */
function findOperation(request: WireRequest, schema: ServiceSchema): OperationMatch | undefined {
  const parameters = formParameters(request);
  const operation = schema.operations.get(parameters.get('Action') ?? '');
  const version = parameters.get('Version') ?? schema.apiVersion;
  return operation && version === schema.apiVersion ? { operation, labels: {} } : undefined;
}

function operationCalled(request: WireRequest): string {
  const parameters = formParameters(request);
  return `${parameters.get('Action') ?? ''} for version ${parameters.get('Version') ?? 'NO_VERSION_SPECIFIED'}`;
}

function decodeInput(request: WireRequest, { operation }: OperationMatch) {
  return operation.input ? decodeForm(operation.input, formParameters(request)) : {};
}
