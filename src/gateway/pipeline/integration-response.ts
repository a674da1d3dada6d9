import type { Method } from '../../model/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import { clientHeaders } from '../headers/index.ts';
import { compileResponseParameters, type IntegrationResult, type ResponseParameters } from '../mapping/index.ts';
import { type CompileScope, configurationError, type MethodRequest, type MethodResponse } from '../method/index.ts';
import { compileSelection } from '../selection/index.ts';
import { compileTemplates, responseTemplate, type Templates } from '../templates/index.ts';
import { firstHeader } from '../text/index.ts';

/** The method's answer, to which an integration may add headers of its own. */
export type MappedOutcome = (MethodResponse & { readonly headers: readonly string[] }) | GatewayFailure;

/** Turns what a non-proxy backend answered into the method's answer. */
export type IntegrationResponseMapping = (result: IntegrationResult, request: MethodRequest) => MappedOutcome;

interface CompiledResponse {
  readonly statusCode: string;
  readonly selectionPattern?: string;
  readonly declared: boolean;
  readonly parameters: ResponseParameters;
  readonly templates: Templates;
}

/**
 * Compiles the phase "integration response" of a non-proxy method: the integration response is chosen (facts D50 to D52),
 * must stand for a declared method response (fact D53), and gives headers and body.
 * @throws {ConfigurationProblem} when a mapping needs what is not built
 */
export function compileIntegrationResponse(method: Method, scope: CompileScope): IntegrationResponseMapping {
  const responses = Object.values(method.methodIntegration?.integrationResponses ?? {}).map(
    (response): CompiledResponse => ({
      statusCode: response.statusCode,
      ...(response.selectionPattern === undefined ? {} : { selectionPattern: response.selectionPattern }),
      declared: Object.hasOwn(method.methodResponses ?? {}, response.statusCode),
      parameters: compileResponseParameters(response.responseParameters, scope.stageVariables),
      templates: compileTemplates(
        response.responseTemplates,
        `Response template of ${response.statusCode} for`,
        scope.warn,
      ),
    }),
  );
  const select = compileSelection(responses, scope.warn);
  return (result, request) => {
    const response = select(result.selectionValue);
    if (response === undefined)
      return configurationError(
        `No match for output mapping and no default output mapping configured. Endpoint Response Status Code: ${result.selectionValue}`,
      );
    if (!response.declared)
      return configurationError(`Output mapping refers to an invalid method response: ${response.statusCode}`);
    const template = responseTemplate(response.templates, firstHeader(request.headers, 'accept'));
    if (template?.kind === 'refused') return configurationError(template.problem);
    return {
      kind: 'response',
      status: Number(response.statusCode),
      headers: clientHeaders(response.parameters(result, request), 'mapped'),
      body: template === undefined ? result.body : template.body,
    };
  };
}
