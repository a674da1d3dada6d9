import type { ServiceError } from '../../../aws/index.ts';
import type { ServiceSchema } from '../../schema/index.ts';
import { describeError } from '../error-values.ts';
import type { WireResponse } from '../protocol.ts';
import { encodeXmlMembers } from './encode-xml.ts';
import { element, text } from './xml.ts';

/** `<ErrorResponse><Error><Type>Sender</Type><Code>...</Code><Message>...</Message></Error>...</ErrorResponse>` */
export function encodeError(error: ServiceError, schema: ServiceSchema | undefined, requestId: string): WireResponse {
  const { queryCode, statusCode, shape, values } = describeError(error, schema);
  const furtherMembers = shape?.members.filter(({ name }) => !/^(message|type|code)$/i.test(name)) ?? [];
  const content =
    element('Type', statusCode < 500 ? 'Sender' : 'Receiver') +
    element('Code', text(queryCode)) +
    element('Message', text(error.message)) +
    encodeXmlMembers(furtherMembers, values);
  return {
    statusCode,
    headers: ['x-amzn-RequestId', requestId, 'Content-Type', 'text/xml'],
    body: Buffer.from(
      element('ErrorResponse', element('Error', content) + element('RequestId', text(requestId)), schema?.xmlNamespace),
      'utf8',
    ),
  };
}
