import type { EndpointType, RestApi } from '../../../model/index.ts';
import {
  accessAssociations,
  apiKeyPlans,
  apiKeys,
  authorizers,
  clientCertificates,
  type DomainNameDocument,
  documentationParts,
  domainNames,
  models,
  resources,
  restApis,
  stages,
  usagePlans,
  vpcLinks,
} from '../documents/index.ts';
import { LIMITS } from '../limits.ts';
import { type Quota, quota } from './quota.ts';

const DOMAINS = { kind: domainNames, per: 'account', owner: 'account' } as const;
const IN_DOMAIN = { kind: domainNames, per: 'document', owner: 'domain name' } as const;
const APIS = { kind: restApis, per: 'account', owner: 'account' } as const;

/** Guide page api-gateway-execution-service-limits-table (features A17). An API's root is one of its resources. */
export const QUOTAS: readonly Quota[] = [
  quota({ ...APIS, max: 600, what: 'Regional APIs', weigh: hasType('REGIONAL') }),
  quota({ ...APIS, max: 120, what: 'Edge-optimized APIs', weigh: hasType('EDGE') }),
  quota({ ...APIS, max: 600, what: 'Private APIs', weigh: hasType('PRIVATE') }),
  quota({ kind: resources, per: 'parent', max: 300, what: 'Resources', owner: 'API' }),
  quota({ kind: stages, per: 'parent', max: 10, what: 'Stages', owner: 'API' }),
  quota({ kind: authorizers, per: 'parent', max: 10, what: 'Authorizers', owner: 'API' }),
  quota({ kind: documentationParts, per: 'parent', max: 2000, what: 'Documentation Parts', owner: 'API' }),
  quota({
    kind: models,
    per: 'parent',
    max: LIMITS.modelSchemaBytes,
    what: 'Model Bytes',
    owner: 'API',
    weigh: ({ schema }) => Buffer.byteLength(schema),
  }),
  quota({ ...DOMAINS, max: 120, what: 'Public Domain Names', weigh: (one) => (isPrivate(one) ? 0 : 1) }),
  quota({ ...DOMAINS, max: 50, what: 'Private Domain Names', weigh: (one) => (isPrivate(one) ? 1 : 0) }),
  quota({ ...IN_DOMAIN, max: 200, what: 'API mappings', weigh: ({ mappings }) => mappings.length }),
  quota({ ...IN_DOMAIN, max: 50, what: 'routing rules', weigh: ({ rules = [] }) => rules.length }),
  quota({
    kind: accessAssociations,
    per: 'account',
    max: 100,
    what: 'Domain Name Access Associations',
    owner: 'account',
  }),
  quota({ kind: vpcLinks, per: 'account', max: 20, what: 'VPC Links', owner: 'account' }),
  quota({ kind: clientCertificates, per: 'account', max: 60, what: 'Client Certificates', owner: 'account' }),
  quota({ kind: apiKeys, per: 'account', max: 10_000, what: 'API Keys', owner: 'account' }),
  quota({ kind: usagePlans, per: 'account', max: 300, what: 'Usage Plans', owner: 'account' }),
  quota({ kind: apiKeyPlans, per: 'parent', max: 10, what: 'Usage Plans', owner: 'API Key' }),
  quota({
    kind: usagePlans,
    per: 'document',
    max: 20,
    what: 'method throttles',
    owner: 'stage',
    weigh: ({ apiStages }) => Math.max(0, ...apiStages.map(({ throttle = {} }) => Object.keys(throttle).length)),
  }),
];

function hasType(type: EndpointType): (api: RestApi) => number {
  return ({ endpointConfiguration }) => (endpointConfiguration.types.includes(type) ? 1 : 0);
}

function isPrivate({ domain }: DomainNameDocument): boolean {
  return domain.endpointConfiguration.types.includes('PRIVATE');
}
