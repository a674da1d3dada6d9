import type {
  HttpApi,
  HttpAuthorizer,
  HttpIntegration,
  HttpRoute,
  HttpStage,
  HttpStageSnapshot,
} from '../../model/index.ts';

/** What tests vary of a stage of an HTTP API: an integration by route key, and changes to the rest. */
export interface HttpStageChange {
  readonly routes: Readonly<Record<string, Partial<HttpIntegration>>>;
  readonly route?: Partial<HttpRoute>;
  readonly authorizers?: readonly HttpAuthorizer[];
  readonly api?: Partial<HttpApi>;
  readonly stage?: Partial<HttpStage>;
}

export const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:f';

/** A deployed stage `$default` of the HTTP API `http123456` in account 123456789012, us-east-1. */
export function httpSnapshot({ routes, route, authorizers = [], api, stage }: HttpStageChange): HttpStageSnapshot {
  const entries = Object.entries(routes);
  const StageName = stage?.StageName ?? '$default';
  return {
    ref: {
      apiId: 'http123456',
      stageName: StageName,
      scope: { accountId: '123456789012', region: 'us-east-1' },
      protocol: 'HTTP',
      revision: 1,
    },
    stage: {
      StageName,
      DeploymentId: 'dep123',
      AutoDeploy: true,
      StageVariables: {},
      DefaultRouteSettings: {},
      RouteSettings: {},
      Tags: {},
      CreatedDate: '2026-01-01T00:00:00.000Z',
      LastUpdatedDate: '2026-01-01T00:00:00.000Z',
      ...stage,
    },
    definition: {
      api: {
        ApiId: 'http123456',
        Name: 'test',
        DisableExecuteApiEndpoint: false,
        IpAddressType: 'ipv4',
        Tags: {},
        CreatedDate: '2026-01-01T00:00:00.000Z',
        ...api,
      },
      routes: entries.map(([RouteKey], at) => ({
        RouteId: `route${at}`,
        RouteKey,
        AuthorizationType: 'NONE',
        Target: `integrations/int${at}`,
        ...route,
      })),
      integrations: entries.map(([, change], at) => httpIntegration({ IntegrationId: `int${at}`, ...change })),
      authorizers,
    },
  };
}

/** An integration as a definition holds it: by itself the function of the tests, in format 2.0. */
function httpIntegration(change: Partial<HttpIntegration>): HttpIntegration {
  const isHttp = change.IntegrationType === 'HTTP_PROXY';
  return {
    IntegrationId: 'int',
    IntegrationType: 'AWS_PROXY',
    IntegrationMethod: isHttp ? 'ANY' : 'POST',
    IntegrationUri: FUNCTION,
    ConnectionType: 'INTERNET',
    PayloadFormatVersion: isHttp ? '1.0' : '2.0',
    TimeoutInMillis: 30_000,
    ...change,
  };
}
