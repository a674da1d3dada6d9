import type { Operation } from '../../schema/index.ts';
import type { ResponseContext, Values, WireResponse } from '../protocol.ts';
import { encodeXmlMembers } from './encode-xml.ts';
import { element, text } from './xml.ts';

/** `<OpResponse><OpResult>...</OpResult><ResponseMetadata>...</ResponseMetadata></OpResponse>` */
export function encodeOutput(operation: Operation, output: Values, context: ResponseContext): WireResponse {
  const result = operation.output
    ? element(`${operation.name}Result`, encodeXmlMembers(operation.output.members, output))
    : '';
  const metadata = element('ResponseMetadata', element('RequestId', text(context.requestId)));
  return {
    statusCode: 200,
    headers: ['x-amzn-RequestId', context.requestId, 'Content-Type', 'text/xml'],
    body: Buffer.from(element(`${operation.name}Response`, result + metadata, context.schema.xmlNamespace), 'utf8'),
  };
}
