import type { Integration, Method } from '../../model/index.ts';
import {
  type CompileScope,
  ConfigurationProblem,
  type IntegrationPlan,
  type MethodPlace,
  resolveStageVariables,
} from '../method/index.ts';
import { compileHttp, compileHttpProxy } from './http/index.ts';
import { compileLambda, compileLambdaProxy, functionArnOf, isLambdaUri } from './lambda/index.ts';
import { compileMock } from './mock/index.ts';

/**
 * Compiles a method's integration.
 * @throws {ConfigurationProblem} when it is wrong, or of a kind that is not built
 */
export function compileIntegration(method: Method, place: MethodPlace, scope: CompileScope): IntegrationPlan {
  const integration = method.methodIntegration;
  if (integration === undefined) throw new ConfigurationProblem('The method has no integration.');
  if (integration.connectionType === 'VPC_LINK')
    throw new ConfigurationProblem('Private integrations (connection type VPC_LINK) are not built.');
  refuseConversion(integration, scope);
  switch (integration.type) {
    case 'MOCK':
      return compileMock(method, integration, scope);
    case 'HTTP':
      return compileHttp(method, integration, place, scope);
    case 'HTTP_PROXY':
      return compileHttpProxy(integration, place, scope);
    case 'AWS_PROXY':
      return compileLambdaProxy(integration, functionOf(integration, scope), place, scope);
    case 'AWS':
      return compileLambda(method, integration, functionOf(integration, scope), place, scope);
  }
}

function functionOf(integration: Integration, scope: CompileScope): string {
  const uri = resolveStageVariables(integration.uri ?? '', scope.stageVariables);
  if (!isLambdaUri(uri)) throw new ConfigurationProblem(`Integrations with this AWS service are not built: ${uri}`);
  const functionArn = functionArnOf(uri);
  if (functionArn === undefined)
    throw new ConfigurationProblem(`Only the invocation of a function is built, not this operation of Lambda: ${uri}`);
  return functionArn;
}

/**
 * Conversions between text and binary change bodies of non-proxy integrations (facts D73, D74) and are not built. Text
 * that shall become text needs none as long as the API has no binary types.
 */
function refuseConversion(integration: Integration, scope: CompileScope): void {
  if (integration.type === 'HTTP_PROXY' || integration.type === 'AWS_PROXY') return;
  const handlings = [
    integration.contentHandling,
    ...Object.values(integration.integrationResponses ?? {}).map((response) => response.contentHandling),
  ];
  const converts = (handling: string | undefined): boolean =>
    handling === 'CONVERT_TO_BINARY' || (handling === 'CONVERT_TO_TEXT' && scope.binaryMediaTypes.length > 0);
  if (handlings.some(converts)) throw new ConfigurationProblem('The conversion by contentHandling is not built.');
}
