import type { Input } from '../../../aws/index.ts';
import { listPatches, type Patch, valuePatches } from '../../../data/index.ts';
import { functionOf, functionUri } from './function-uri.ts';
import { expressionOf, type IdentitySource, sourcesOf, tokenHeaderOf } from './identity-sources.ts';
import type { Authorizer } from './use-authorizers.ts';

const TYPES = ['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS'] as const;
export type AuthorizerType = (typeof TYPES)[number];

/** What `CreateAuthorizer` is given, besides where. */
export type NewAuthorizer = Omit<Input<'apigateway', 'createAuthorizer'>, 'restApiId'>;

/** An authorizer as it is edited: every field there, texts as they are typed. */
export interface Draft {
  readonly name: string;
  readonly type: AuthorizerType;
  readonly functionArn: string;
  readonly roleArn: string;
  readonly userPools: readonly string[];
  /** Of TOKEN and COGNITO_USER_POOLS: the header's name. */
  readonly tokenHeader: string;
  /** Of TOKEN and COGNITO_USER_POOLS: a regular expression. */
  readonly validation: string;
  /** Of REQUEST. */
  readonly sources: readonly IdentitySource[];
  readonly isCached: boolean;
  readonly ttl: string;
  readonly authType: string;
}

/** With the defaults of AWS's console. */
export const NEW_DRAFT: Draft = {
  name: '',
  type: 'TOKEN',
  functionArn: '',
  roleArn: '',
  userPools: [],
  tokenHeader: 'Authorization',
  validation: '',
  sources: [{ kind: 'header', name: 'Authorization' }],
  isCached: true,
  ttl: '300',
  authType: '',
};

/** As this console knows it; the API's types leave it open. */
export function typeOf({ type }: Authorizer): AuthorizerType {
  return TYPES.find((known) => known === type) ?? 'TOKEN';
}

export function draftOf(authorizer: Authorizer): Draft {
  const { authorizerUri, identitySource, authorizerResultTtlInSeconds: ttl = 300 } = authorizer;
  const type = typeOf(authorizer);
  const isRequest = type === 'REQUEST';
  return {
    name: authorizer.name ?? '',
    type,
    functionArn: functionOf(authorizerUri ?? ''),
    roleArn: authorizer.authorizerCredentials ?? '',
    userPools: authorizer.providerARNs ?? [],
    tokenHeader: isRequest ? NEW_DRAFT.tokenHeader : tokenHeaderOf(identitySource),
    validation: authorizer.identityValidationExpression ?? '',
    sources: isRequest ? sourcesOf(identitySource ?? '') : NEW_DRAFT.sources,
    isCached: ttl > 0,
    ttl: String(ttl > 0 ? ttl : NEW_DRAFT.ttl),
    authType: authorizer.authType ?? '',
  };
}

/** Whether enough is entered to save; what it is worth, API Gateway says. */
export function isComplete(draft: Draft): boolean {
  const { name, type, functionArn, userPools, tokenHeader, isCached, ttl, sources } = draft;
  if (name.trim() === '') return false;
  if (type === 'COGNITO_USER_POOLS') return userPools.length > 0 && tokenHeader.trim() !== '';
  if (functionArn.trim() === '' || (isCached && ttl === '')) return false;
  return type === 'TOKEN' ? tokenHeader.trim() !== '' : !isCached || expressionOf(sources) !== '';
}

/** The authorizer that a draft asks for. */
export function authorizerOf(draft: Draft, region: string): NewAuthorizer {
  const { name, type, userPools, validation, authType } = draft;
  const common = {
    name,
    type,
    identitySource: type === 'REQUEST' ? expressionOf(draft.sources) : `method.request.header.${draft.tokenHeader}`,
    ...(authType !== '' && { authType }),
    ...(type !== 'REQUEST' && validation !== '' && { identityValidationExpression: validation }),
  };
  if (type === 'COGNITO_USER_POOLS') return { ...common, providerARNs: [...userPools] };
  return {
    ...common,
    authorizerUri: functionUri(draft.functionArn, region),
    ...(draft.roleArn !== '' && { authorizerCredentials: draft.roleArn }),
    authorizerResultTtlInSeconds: draft.isCached ? Number(draft.ttl) : 0,
  };
}

/** What `UpdateAuthorizer` must do to make one authorizer into another. */
export function authorizerPatches(before: Authorizer, after: NewAuthorizer): readonly Patch[] {
  const isPools = after.type === 'COGNITO_USER_POOLS';
  return [
    ...valuePatches('/name', before.name, after.name),
    ...valuePatches('/type', before.type, after.type),
    ...valuePatches('/authType', before.authType, after.authType ?? before.authType),
    ...valuePatches('/authorizerUri', before.authorizerUri, after.authorizerUri),
    ...valuePatches('/authorizerCredentials', before.authorizerCredentials, after.authorizerCredentials),
    ...valuePatches('/identitySource', before.identitySource, after.identitySource),
    ...valuePatches(
      '/identityValidationExpression',
      before.identityValidationExpression,
      after.identityValidationExpression,
    ),
    ...(isPools
      ? listPatches('/providerARNs', before.providerARNs, after.providerARNs)
      : valuePatches('/authorizerResultTtlInSeconds', ttlOf(before), ttlOf(after))),
  ];
}

function ttlOf({ authorizerResultTtlInSeconds: ttl }: Authorizer | NewAuthorizer): string {
  return String(ttl ?? '');
}
