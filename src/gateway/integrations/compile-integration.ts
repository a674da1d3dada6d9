import type { Integration, Method } from '../../model/index.ts';
import {
  CALLER,
  type CompileScope,
  ConfigurationProblem,
  credentialsOf,
  type IntegrationPlan,
  type MethodPlace,
  resolveStageVariables,
} from '../method/index.ts';
import { compileAwsService } from './aws-service/index.ts';
import { compileHttp, compileHttpProxy } from './http/index.ts';
import {
  compileLambda,
  compileLambdaProxy,
  compileLambdaStream,
  functionArnOf,
  isLambdaUri,
  streamingFunctionArnOf,
} from './lambda/index.ts';
import { compileMock } from './mock/index.ts';

/**
 * Compiles a method's integration.
 * @throws {ConfigurationProblem} when it is wrong, or of a kind that is not built
 */
export function compileIntegration(method: Method, place: MethodPlace, scope: CompileScope): IntegrationPlan {
  const integration = method.methodIntegration;
  if (integration === undefined) throw new ConfigurationProblem('The method has no integration.');
  if (integration.connectionType === 'VPC_LINK' && !integration.type.startsWith('HTTP'))
    throw new ConfigurationProblem('Only HTTP integrations can use a VPC link.');
  if (integration.type.startsWith('AWS')) checkCaller(method, integration, scope);
  switch (integration.type) {
    case 'MOCK':
      return compileMock(method, integration, scope);
    case 'HTTP':
      return compileHttp(method, integration, place, scope);
    case 'HTTP_PROXY':
      return compileHttpProxy(integration, place, scope);
    case 'AWS_PROXY':
      return integration.responseTransferMode === 'STREAM'
        ? compileLambdaStream(integration, streamingFunctionOf(integration, scope), place, scope)
        : compileLambdaProxy(integration, functionOf(integration, scope), place, scope);
    case 'AWS':
      return compileAws(method, integration, place, scope);
  }
}

/** Nobody else has been asked who he is. */
function checkCaller({ authorizationType }: Method, integration: Integration, scope: CompileScope): void {
  if (credentialsOf(integration, scope.stageVariables) === CALLER && authorizationType !== 'AWS_IAM')
    throw new ConfigurationProblem(`Who calls is known to methods with AWS_IAM alone: ${CALLER} needs it.`);
}

/** The invocation of a function, or a call to a service: Lambda's other operations are calls like any other. */
function compileAws(
  method: Method,
  integration: Integration,
  place: MethodPlace,
  scope: CompileScope,
): IntegrationPlan {
  const uri = uriOf(integration, scope);
  const functionArn = isLambdaUri(uri) ? functionArnOf(uri) : undefined;
  return functionArn === undefined
    ? compileAwsService(method, integration, place, scope)
    : compileLambda(method, integration, functionArn, place, scope);
}

function uriOf(integration: Integration, scope: CompileScope): string {
  return resolveStageVariables(integration.uri ?? '', scope.stageVariables);
}

function functionOf(integration: Integration, scope: CompileScope): string {
  const uri = uriOf(integration, scope);
  const functionArn = isLambdaUri(uri) ? functionArnOf(uri) : undefined;
  if (functionArn === undefined)
    throw new ConfigurationProblem(`A proxy integration calls functions alone here, and this is none: ${uri}`);
  return functionArn;
}

/** Streaming asks for the operation of Lambda that streams (guide, response-transfer-mode-lambda: other pairs are not supported). */
function streamingFunctionOf(integration: Integration, scope: CompileScope): string {
  const uri = uriOf(integration, scope);
  const functionArn = streamingFunctionArnOf(uri);
  if (functionArn === undefined)
    throw new ConfigurationProblem(`An answer is streamed by response-streaming-invocations alone, not by ${uri}`);
  return functionArn;
}
