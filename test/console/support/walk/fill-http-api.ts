import { known } from '../../../support/sdk.ts';
import type { Clients } from './clients.ts';

/** An HTTP API with a route, an integration, an authorizer and a stage. */
export async function fillHttpApi({ v2 }: Clients): Promise<Record<string, string>> {
  const { ApiId } = await v2.createApi({
    Name: 'classified-http-api',
    ProtocolType: 'HTTP',
    Description: 'classified HTTP API',
    CorsConfiguration: { AllowOrigins: ['https://classified.example'], AllowMethods: ['GET'], MaxAge: 600 },
    Tags: { team: 'classified' },
  });
  const integration = await v2.createIntegration({
    ApiId,
    IntegrationType: 'HTTP_PROXY',
    IntegrationMethod: 'GET',
    IntegrationUri: 'http://classified.example/',
    PayloadFormatVersion: '1.0',
    Description: 'classified integration',
    RequestParameters: { 'overwrite:header.x-classified': '$request.querystring.user' },
    ResponseParameters: { '500': { 'overwrite:statuscode': '502' } },
  });
  const authorizer = await v2.createAuthorizer({
    ApiId,
    Name: 'classified-jwt',
    AuthorizerType: 'JWT',
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: { Audience: ['classified'], Issuer: 'https://classified.example' },
  });
  const route = await v2.createRoute({
    ApiId,
    RouteKey: 'GET /classified',
    Target: `integrations/${integration.IntegrationId}`,
    OperationName: 'GetClassified',
    AuthorizationType: 'JWT',
    AuthorizerId: authorizer.AuthorizerId,
    AuthorizationScopes: ['classified:read'],
  });
  await v2.createStage({
    ApiId,
    StageName: 'walked',
    AutoDeploy: true,
    Description: 'classified',
    DefaultRouteSettings: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 50 },
  });
  return {
    apiId: known(ApiId),
    routeId: known(route.RouteId),
    integrationId: known(integration.IntegrationId),
    authorizerId: known(authorizer.AuthorizerId),
    stageName: 'walked',
  };
}
