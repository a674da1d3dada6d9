import type { Input } from '../../../aws/index.ts';
import type { GatewayResponse } from './use-gateway-responses.ts';

type Texts = Readonly<Record<string, string>>;

/** A gateway response as it is edited. */
export interface Draft {
  /** Empty for the response's own. */
  readonly statusCode: string;
  /** Header to the expression that fills it. */
  readonly headers: Texts;
  /** Content type to template. */
  readonly templates: Texts;
}

const HEADER = 'gatewayresponse.header.';

export function draftOf({ statusCode = '', responseParameters = {}, responseTemplates = {} }: GatewayResponse): Draft {
  const headers = Object.entries(responseParameters).map(([key, value]) => [key.replace(HEADER, ''), value]);
  return { statusCode, headers: Object.fromEntries(headers), templates: responseTemplates };
}

/** What `PutGatewayResponse` is given, besides where. */
export function responseOf({
  statusCode,
  headers,
  templates,
}: Draft): Pick<Input<'apigateway', 'putGatewayResponse'>, 'statusCode' | 'responseParameters' | 'responseTemplates'> {
  const parameters = Object.entries(headers).map(([name, value]) => [`${HEADER}${name}`, value]);
  return {
    ...(statusCode !== '' && { statusCode }),
    responseParameters: Object.fromEntries(parameters),
    responseTemplates: templates,
  };
}
