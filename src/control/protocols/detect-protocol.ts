import type { ProtocolName } from '../schema/index.ts';
import type { WireRequest } from './protocol.ts';

const FORM = 'application/x-www-form-urlencoded';

/**
 * Tells the protocol from the head of a request alone, so that an error can be answered in it before anything else is known.
 * Every protocol but rest-json has a mark of its own: a header, or a form (or an `Action`) sent to the root.
 */
export function detectProtocol(request: Omit<WireRequest, 'body'>): ProtocolName {
  const contentType = request.headers.get('content-type')?.[0]?.toLowerCase() ?? '';
  if (request.headers.get('smithy-protocol')?.[0] === 'rpc-v2-cbor') return 'rpc-v2-cbor';
  if (request.headers.has('x-amz-target')) {
    return contentType.startsWith('application/x-amz-json-1.0') ? 'aws-json-1.0' : 'aws-json-1.1';
  }
  if (request.path === '/' && (contentType.startsWith(FORM) || request.query.has('Action'))) return 'aws-query';
  return 'rest-json';
}
