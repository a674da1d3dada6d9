import { known } from '../../../support/sdk.ts';
import type { Clients } from './clients.ts';

/** An HTTP API with a route, an integration, an authorizer and a stage. */
export async function fillHttpApi({ v2 }: Clients): Promise<Record<string, string>> {
  const { ApiId } = await v2.createApi({
    Name: 'classified-http-api',
    ProtocolType: 'HTTP',
    Description: 'classified HTTP API',
  });
  const integration = await v2.createIntegration({
    ApiId,
    IntegrationType: 'HTTP_PROXY',
    IntegrationMethod: 'GET',
    IntegrationUri: 'http://classified.example/',
    PayloadFormatVersion: '1.0',
  });
  const route = await v2.createRoute({
    ApiId,
    RouteKey: 'GET /classified',
    Target: `integrations/${integration.IntegrationId}`,
  });
  const authorizer = await v2.createAuthorizer({
    ApiId,
    Name: 'classified-jwt',
    AuthorizerType: 'JWT',
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: { Audience: ['classified'], Issuer: 'https://classified.example' },
  });
  await v2.createStage({ ApiId, StageName: 'walked', AutoDeploy: true, Description: 'classified' });
  return {
    apiId: known(ApiId),
    routeId: known(route.RouteId),
    integrationId: known(integration.IntegrationId),
    authorizerId: known(authorizer.AuthorizerId),
    stageName: 'walked',
  };
}
