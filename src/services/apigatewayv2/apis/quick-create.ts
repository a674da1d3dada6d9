import type { HttpApiDefinition, HttpIntegration, HttpRoute, HttpStage } from '../../../model/index.ts';
import { momentOf } from '../definitions/index.ts';
import { badRequest } from '../errors.ts';
import { readIntegration } from '../integrations/index.ts';
import { readRoute } from '../routes/index.ts';

interface QuickCreate {
  readonly Target?: string | undefined;
  readonly RouteKey?: string | undefined;
  readonly CredentialsArn?: string | undefined;
}

/** Whether an input asks for an API that works at once. @throws {ServiceError} 400 */
export function isQuickCreate({ Target, RouteKey, CredentialsArn }: QuickCreate): boolean {
  if (Target) return true;
  if (RouteKey || CredentialsArn) throw badRequest('RouteKey and CredentialsArn need a Target.');
  return false;
}

/**
 * An API with a route and its integration: a URL becomes HTTP_PROXY, a function AWS_PROXY of payload format 2.0 (features
 * A3.2; API reference, CreateApi, `target`).
 * @throws {ServiceError} 400
 */
export function withQuickRoute(
  definition: HttpApiDefinition,
  quick: QuickCreate,
  newId: () => string,
): HttpApiDefinition {
  const integration: HttpIntegration = {
    ...readIntegration(integrationInput(quick)),
    IntegrationId: newId(),
    ApiGatewayManaged: true,
  };
  const integrations = [...definition.integrations, integration];
  const Target = `integrations/${integration.IntegrationId}`;
  const asked = readRoute({ RouteKey: quick.RouteKey ?? '$default', Target }, { ...definition, integrations });
  const route: HttpRoute = { ...asked, RouteId: newId(), ApiGatewayManaged: true };
  return { ...definition, integrations, routes: [...definition.routes, route] };
}

/** Changes what quick create made. @throws {ServiceError} 400 where there is nothing of it */
export function withChangedQuickRoute(definition: HttpApiDefinition, quick: QuickCreate): HttpApiDefinition {
  const { Target, RouteKey, CredentialsArn } = quick;
  if (Target === undefined && RouteKey === undefined && CredentialsArn === undefined) return definition;
  const integration = definition.integrations.find(({ ApiGatewayManaged }) => ApiGatewayManaged);
  const route = definition.routes.find(({ ApiGatewayManaged }) => ApiGatewayManaged);
  if (!integration || !route) {
    throw badRequest('Target, RouteKey and CredentialsArn can be updated only on APIs that were made by quick create.');
  }
  const uri = { IntegrationUri: integration.IntegrationUri, CredentialsArn: integration.CredentialsArn };
  const changed: HttpIntegration = {
    ...readIntegration(
      integrationInput({ Target: Target ?? uri.IntegrationUri, CredentialsArn: CredentialsArn ?? uri.CredentialsArn }),
    ),
    IntegrationId: integration.IntegrationId,
    ApiGatewayManaged: true,
  };
  const integrations = definition.integrations.map((other) => (other === integration ? changed : other));
  const others = definition.routes.filter((other) => other !== route);
  const asked = { ...route, RouteKey: RouteKey ?? route.RouteKey };
  const checked = readRoute(asked, { ...definition, integrations, routes: others });
  const changedRoute: HttpRoute = { ...checked, RouteId: route.RouteId, ApiGatewayManaged: true };
  return { ...definition, integrations, routes: [...others, changedRoute] };
}

/** The stage that comes with a quick-created API. */
export function quickStage(nowMs: number): HttpStage {
  return {
    StageName: '$default',
    AutoDeploy: true,
    StageVariables: {},
    DefaultRouteSettings: { DetailedMetricsEnabled: false },
    RouteSettings: {},
    Tags: {},
    ApiGatewayManaged: true,
    CreatedDate: momentOf(nowMs),
    LastUpdatedDate: momentOf(nowMs),
  };
}

function integrationInput({ Target = '', CredentialsArn }: QuickCreate) {
  const isUrl = /^https?:\/\//i.test(Target);
  return {
    IntegrationType: isUrl ? 'HTTP_PROXY' : 'AWS_PROXY',
    IntegrationUri: Target,
    ...(isUrl && { IntegrationMethod: 'ANY' }),
    PayloadFormatVersion: isUrl ? '1.0' : '2.0',
    ...(CredentialsArn && { CredentialsArn }),
  };
}
