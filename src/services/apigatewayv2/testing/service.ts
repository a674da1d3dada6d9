import type { Call } from '../../../aws/index.ts';
import type { DomainName, StageRef } from '../../../model/index.ts';
import type { Store } from '../../../store/index.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import type { ServiceContext } from '../context.ts';
import { missing } from '../errors.ts';
import { createApiGatewayV2Service, loadHttpStageSnapshot } from '../index.ts';

export const ACCOUNT_ID = '111111111111';
/** A moment within a second: AWS shows none of its fractions. */
export const NOW_MS = Date.parse('2026-01-31T12:00:00.456Z');
export const FUNCTION_ARN = `arn:aws:lambda:us-east-1:${ACCOUNT_ID}:function:f`;

/** The service over a real store in memory, and what it told the data plane. */
export interface TestV2 {
  readonly v2: ReturnType<typeof createApiGatewayV2Service>;
  readonly store: Store;
  /** Stages that were published, in order. */
  readonly published: StageRef[];
  /** Domain names, whose real room is version 1's. */
  readonly domains: Map<string, DomainName>;
  /** What a stage serves. */
  served(apiId: string, stageName: string): ReturnType<typeof loadHttpStageSnapshot>;
}

export async function startV2(): Promise<TestV2> {
  const store = await openSqliteStore({ path: ':memory:' });
  const published: StageRef[] = [];
  const domains = new Map<string, DomainName>();
  let ids = 0;
  let revision = 0;
  const nextId = (letter: string) => `${letter}${String(++ids).padStart(5, '0')}`;
  const notHere = () => Promise.reject(new Error('Domain names are made in version 1.'));
  const find = (name: string): DomainName => {
    const domain = domains.get(name);
    if (domain === undefined) throw missing.resource();
    return domain;
  };
  const context: ServiceContext = {
    store,
    domainNames: {
      create: notHere,
      remove: notHere,
      changeRoutes: notHere,
      all: notHere,
      require: async (_scope, { domainName }) => ({ domain: find(domainName), mappings: [] }),
      async update({ domainName }, change) {
        domains.set(domainName, change(find(domainName)));
        return find(domainName);
      },
    },
    findRestApi: async () => undefined,
    apis: {
      claimApiId: async () => nextId('a'),
      releaseApiId: async () => undefined,
      checkTags: () => undefined,
      nextRevision: async () => ++revision,
      mappingsTo: async () => [],
    },
    publisher: {
      stageChanged: async (ref) => void published.push(ref),
      stageRemoved: async () => undefined,
    },
    ids: { entityId: () => nextId('e') },
    apiEndpoint: (apiId, { region }) => `https://${apiId}.execute-api.${region}.amazonaws.com`,
  };
  const { scope } = call();
  return {
    v2: createApiGatewayV2Service(context),
    store,
    published,
    domains,
    served: (apiId, stageName) =>
      loadHttpStageSnapshot(store, { apiId, stageName, scope, protocol: 'HTTP', revision: 0 }),
  };
}

/** An API with an integration, a route `GET /` and what else is asked for, as yet without a stage. */
export async function startApi() {
  const service = await startV2();
  const { v2 } = service;
  const { ApiId = '' } = await v2.createApi({ Name: 'shop', ProtocolType: 'HTTP', Tags: { a: '1', b: '2' } }, call());
  const { IntegrationId } = await v2.createIntegration(
    { ApiId, IntegrationType: 'AWS_PROXY', IntegrationUri: FUNCTION_ARN, PayloadFormatVersion: '2.0' },
    call(),
  );
  const Target = `integrations/${IntegrationId}`;
  const { RouteId = '' } = await v2.createRoute({ ApiId, RouteKey: 'GET /', Target }, call());
  return { ...service, ApiId, RouteId, Target };
}

export function call({ region = 'us-east-1', nowMs = NOW_MS }: { region?: string; nowMs?: number } = {}): Call {
  const arn = `arn:aws:iam::${ACCOUNT_ID}:root`;
  const principal = { arn, accountId: ACCOUNT_ID, userId: ACCOUNT_ID, accessKeyId: 'AKIAROOT' };
  return {
    scope: { accountId: ACCOUNT_ID, region },
    principal,
    requestId: '7b3f8f5e-2d5c-4c39-9d0e-0b7c2f0e6a11',
    nowMs,
  };
}

/** What a test expects of a refusal. */
export function refusal(code: 'BadRequest' | 'NotFound' | 'Conflict', message: string) {
  return { code: `${code}Exception`, statusCode: { BadRequest: 400, NotFound: 404, Conflict: 409 }[code], message };
}
