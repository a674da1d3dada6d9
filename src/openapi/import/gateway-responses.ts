import type { DefinedGatewayResponse } from '../definition.ts';
import { compact, type JsonObject, objectAt, objectEntries, textAt } from '../values.ts';
import type { Report } from './report.ts';
import { readTexts } from './texts.ts';

/** `x-amazon-apigateway-gateway-responses` (guide page api-gateway-swagger-extensions-gateway-responses). */
export function readGatewayResponses(document: JsonObject, report: Report): readonly DefinedGatewayResponse[] {
  const responses = objectAt(document, 'x-amazon-apigateway-gateway-responses');
  return objectEntries(responses).map(([responseType, response]) => {
    const place = `gateway response '${responseType}'`;
    return compact({
      responseType,
      statusCode: textAt(response, 'statusCode'),
      responseParameters: readTexts(response, 'responseParameters', place, report) ?? {},
      responseTemplates: readTexts(response, 'responseTemplates', place, report) ?? {},
    });
  });
}
