import type { IntegrationResponse, Method } from '../../../model/index.ts';
import {
  checkParameterName,
  invalidExpression,
  invalidExpressionParameter,
  invalidMapping,
  readMappingSource,
  readResponseHeader,
} from '../mapping-expressions.ts';
import { checkTemplates } from '../templates.ts';

/**
 * Checks an integration response against the method response of its status: headers that are mapped must be declared there
 * (recorded); a response without mappings needs none.
 * @throws {ServiceError} 400 with AWS's text
 */
export function checkIntegrationResponse(response: IntegrationResponse, method: Method): void {
  checkTemplates(response.responseTemplates);
  const mappings = Object.entries(response.responseParameters ?? {});
  if (mappings.length === 0) return;
  const declared = method.methodResponses?.[response.statusCode];
  if (!declared) throw invalidMapping('No method response exists for method.');
  for (const [key, expression] of mappings) {
    const header = readResponseHeader(key);
    if (header === undefined || !Object.hasOwn(declared.responseParameters ?? {}, key)) {
      throw invalidExpressionParameter(key);
    }
    checkParameterName(header);
    const source = readMappingSource(expression);
    if (!source || source.kind.startsWith('methodRequest')) throw invalidExpression(expression);
  }
}
