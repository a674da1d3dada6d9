/** rest-json: method, path, query and headers carry members too (Smithy, "AWS restJson1 protocol"). */
import type { Protocol } from '../protocol.ts';
import { decodeInput } from './decode-input.ts';
import { encodeError } from './encode-error.ts';
import { encodeOutput } from './encode-output.ts';

export const restJson: Protocol = {
  name: 'rest-json',
  findOperation: (request, _schema, routes) => routes.match(request.method, request.path, request.query),
  operationCalled: ({ method, path }) => `${method} ${path}`,
  decodeInput,
  encodeOutput,
  encodeError,
};
