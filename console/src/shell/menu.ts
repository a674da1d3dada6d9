import type { KnownApi } from '../data/index.ts';
import { navigation as texts } from '../texts/en/navigation.ts';

export interface MenuEntry {
  readonly text: string;
  /** A page's path. An entry whose page does not exist is not shown. */
  readonly path: string;
}

export interface MenuSection {
  readonly text: string;
  readonly entries: readonly MenuEntry[];
}

/** Pages of one API of a kind, named and ordered as AWS's console does. */
export function apiMenu({ id, protocol }: Pick<KnownApi, 'id' | 'protocol'>): readonly MenuEntry[] {
  return API_PAGES[protocol].map(([text, name]) => ({ text, path: `/apis/${id}/${name}` }));
}

const { api } = texts;
const API_PAGES = {
  REST: [
    [api.resources, 'resources'],
    [api.stages, 'stages'],
    [api.deployments, 'deployments'],
    [api.authorizers, 'authorizers'],
    [api.gatewayResponses, 'gateway-responses'],
    [api.models, 'models'],
    [api.playground, 'playground'],
    [api.resourcePolicy, 'resource-policy'],
    [api.accessSimulator, 'access-simulator'],
    [api.documentation, 'documentation'],
    [api.dashboard, 'dashboard'],
    [api.requests, 'requests'],
    [api.settings, 'settings'],
  ],
  HTTP: [
    [api.routes, 'routes'],
    [api.integrations, 'integrations'],
    [api.authorizers, 'authorizers'],
    [api.cors, 'cors'],
    [api.stages, 'stages'],
    [api.deployments, 'deployments'],
    [api.dashboard, 'dashboard'],
    [api.requests, 'requests'],
    [api.settings, 'settings'],
  ],
} as const satisfies Readonly<Record<KnownApi['protocol'], readonly (readonly [text: string, name: string])[]>>;

/** Everything else, by service. */
export const MENU: readonly MenuSection[] = [
  {
    text: texts.apiGateway.title,
    entries: [
      { text: texts.apiGateway.apis, path: '/apis' },
      { text: texts.apiGateway.customDomainNames, path: '/domain-names' },
      { text: texts.apiGateway.vpcLinks, path: '/vpc-links' },
      { text: texts.apiGateway.usagePlans, path: '/usage-plans' },
      { text: texts.apiGateway.apiKeys, path: '/api-keys' },
      { text: texts.apiGateway.clientCertificates, path: '/client-certificates' },
      { text: texts.apiGateway.settings, path: '/settings' },
    ],
  },
  {
    text: texts.lambda.title,
    entries: [
      { text: texts.lambda.functions, path: '/functions' },
      { text: texts.lambda.layers, path: '/layers' },
    ],
  },
  {
    text: texts.monitoring.title,
    entries: [
      { text: texts.monitoring.overview, path: '/monitor' },
      { text: texts.monitoring.requests, path: '/requests' },
      { text: texts.monitoring.alarms, path: '/alarms' },
      { text: texts.monitoring.metrics, path: '/metrics' },
      { text: texts.monitoring.dashboards, path: '/dashboards' },
      { text: texts.monitoring.logGroups, path: '/log-groups' },
      { text: texts.monitoring.liveTail, path: '/live-tail' },
      { text: texts.monitoring.logsInsights, path: '/logs-insights' },
      { text: texts.monitoring.system, path: '/system' },
    ],
  },
  {
    text: texts.iam.title,
    entries: [
      { text: texts.iam.users, path: '/iam/users' },
      { text: texts.iam.groups, path: '/iam/groups' },
      { text: texts.iam.roles, path: '/iam/roles' },
      { text: texts.iam.policies, path: '/iam/policies' },
      { text: texts.iam.identityProviders, path: '/iam/identity-providers' },
      { text: texts.iam.policySimulator, path: '/iam/policy-simulator' },
      { text: texts.iam.accountSettings, path: '/iam/account' },
      { text: texts.iam.userPools, path: '/user-pools' },
      { text: texts.iam.certificates, path: '/certificates' },
    ],
  },
];
