import type { Input, Output } from '../../../aws/index.ts';
import { itemPatches, mapPatches, type Patch, valuePatches } from '../../../data/index.ts';

export type Method = Output<'apigateway', 'getMethod'>;
export type Integration = NonNullable<Method['methodIntegration']>;
/** What `PutIntegration` is given, besides where. */
export type NewIntegration = Omit<Input<'apigateway', 'putIntegration'>, 'restApiId' | 'resourceId' | 'httpMethod'>;

/** As the console's user chooses: some kinds are one type for the API. */
export type Kind = 'lambda' | 'http' | 'mock' | 'aws' | 'vpc-link';
export const KINDS: readonly Kind[] = ['lambda', 'http', 'mock', 'aws', 'vpc-link'];

/** An integration as it is edited: every field there, texts as they are typed. */
export interface Draft {
  readonly kind: Kind;
  readonly isProxy: boolean;
  /** Towards the backend. */
  readonly httpMethod: string;
  readonly uri: string;
  readonly functionArn: string;
  readonly connectionId: string;
  readonly credentials: string;
  readonly timeoutInMillis: string;
  readonly passthroughBehavior: string;
  readonly contentHandling: string;
  readonly isStreamed: boolean;
  readonly requestParameters: Readonly<Record<string, string>>;
  readonly requestTemplates: Readonly<Record<string, string>>;
  readonly cacheKeyParameters: readonly string[];
}

const FUNCTION_URI =
  /^arn:[^:]+:apigateway:[^:]+:lambda:path\/[\d-]+\/functions\/(.+)\/(?:response-streaming-)?invocations$/;
/** What AWS's console writes, so that a mock answers at once. */
const MOCK_TEMPLATES = { 'application/json': '{"statusCode": 200}' };

/** A new one, of the kind that most begin with. */
export const NEW_DRAFT: Draft = {
  kind: 'lambda',
  isProxy: true,
  httpMethod: 'GET',
  uri: '',
  functionArn: '',
  connectionId: '',
  credentials: '',
  timeoutInMillis: '29000',
  passthroughBehavior: 'WHEN_NO_MATCH',
  contentHandling: '',
  isStreamed: false,
  requestParameters: {},
  requestTemplates: {},
  cacheKeyParameters: [],
};

export function draftOf(integration: Integration): Draft {
  const { type = 'MOCK', uri = '', connectionType } = integration;
  const functionArn = FUNCTION_URI.exec(uri)?.[1];
  return {
    kind: kindOf(type, functionArn !== undefined, connectionType === 'VPC_LINK'),
    isProxy: type === 'AWS_PROXY' || type === 'HTTP_PROXY',
    httpMethod: integration.httpMethod ?? 'GET',
    uri,
    functionArn: functionArn ?? '',
    connectionId: integration.connectionId ?? '',
    credentials: integration.credentials ?? '',
    timeoutInMillis: String(integration.timeoutInMillis ?? 29_000),
    passthroughBehavior: integration.passthroughBehavior ?? 'WHEN_NO_MATCH',
    contentHandling: integration.contentHandling ?? '',
    isStreamed: integration.responseTransferMode === 'STREAM',
    requestParameters: integration.requestParameters ?? {},
    requestTemplates: integration.requestTemplates ?? {},
    cacheKeyParameters: integration.cacheKeyParameters ?? [],
  };
}

function kindOf(type: string, isFunction: boolean, isLink: boolean): Kind {
  if (type === 'MOCK') return 'mock';
  if (type.startsWith('AWS')) return isFunction || type === 'AWS_PROXY' ? 'lambda' : 'aws';
  return isLink ? 'vpc-link' : 'http';
}

/** Whether enough is entered to save. */
export function isComplete({ kind, uri, functionArn, connectionId }: Draft): boolean {
  switch (kind) {
    case 'mock':
      return true;
    case 'lambda':
      return functionArn !== '';
    case 'vpc-link':
      return uri !== '' && connectionId !== '';
    default:
      return uri !== '';
  }
}

/** The integration that a draft asks for. */
export function integrationOf(draft: Draft, region: string): NewIntegration {
  const { kind, credentials, timeoutInMillis, contentHandling, requestParameters, requestTemplates } = draft;
  const common = {
    type: typeOf(draft),
    requestParameters,
    passthroughBehavior: draft.passthroughBehavior,
    cacheKeyParameters: [...draft.cacheKeyParameters],
    ...(contentHandling !== '' && { contentHandling }),
    ...(credentials !== '' && { credentials }),
    timeoutInMillis: Number(timeoutInMillis),
    ...(draft.isProxy && draft.isStreamed && { responseTransferMode: 'STREAM' }),
  };
  if (kind === 'mock') {
    return {
      ...common,
      requestTemplates: Object.keys(requestTemplates).length > 0 ? requestTemplates : MOCK_TEMPLATES,
    };
  }
  const call = { requestTemplates, integrationHttpMethod: kind === 'lambda' ? 'POST' : draft.httpMethod };
  if (kind === 'lambda') return { ...common, ...call, uri: functionUri(draft, region) };
  if (kind !== 'vpc-link') return { ...common, ...call, uri: draft.uri };
  return { ...common, ...call, uri: draft.uri, connectionType: 'VPC_LINK', connectionId: draft.connectionId };
}

function typeOf({ kind, isProxy }: Draft): string {
  if (kind === 'mock') return 'MOCK';
  if (kind === 'aws') return 'AWS';
  if (kind === 'lambda') return isProxy ? 'AWS_PROXY' : 'AWS';
  return isProxy ? 'HTTP_PROXY' : 'HTTP';
}

/** A function whose answer is streamed is called by another version of its API (fact D71). */
function functionUri({ functionArn, isProxy, isStreamed }: Draft, region: string): string {
  const version = isProxy && isStreamed ? '2021-11-15' : '2015-03-31';
  const operation = isProxy && isStreamed ? 'response-streaming-invocations' : 'invocations';
  return `arn:aws:apigateway:${region}:lambda:path/${version}/functions/${functionArn}/${operation}`;
}

/**
 * What `UpdateIntegration` must do to make one integration into another; undefined where it cannot, since the type is another and
 * the integration must be put anew, which takes its responses away.
 */
export function integrationPatches(before: Integration, after: NewIntegration): readonly Patch[] | undefined {
  if (before.type !== after.type) return undefined;
  return [
    ...valuePatches('/uri', before.uri, after.uri),
    ...valuePatches('/httpMethod', before.httpMethod, after.integrationHttpMethod),
    ...valuePatches('/credentials', before.credentials, after.credentials),
    ...valuePatches('/connectionType', before.connectionType ?? 'INTERNET', after.connectionType ?? 'INTERNET'),
    ...valuePatches('/connectionId', before.connectionId, after.connectionId),
    ...valuePatches('/contentHandling', before.contentHandling, after.contentHandling),
    ...valuePatches('/passthroughBehavior', before.passthroughBehavior, after.passthroughBehavior),
    ...valuePatches(
      '/responseTransferMode',
      before.responseTransferMode ?? 'BUFFERED',
      after.responseTransferMode ?? 'BUFFERED',
    ),
    ...valuePatches('/timeoutInMillis', String(before.timeoutInMillis ?? ''), String(after.timeoutInMillis ?? '')),
    ...mapPatches('/requestParameters', before.requestParameters, after.requestParameters),
    ...mapPatches('/requestTemplates', before.requestTemplates, after.requestTemplates),
    ...itemPatches('/cacheKeyParameters', before.cacheKeyParameters, after.cacheKeyParameters),
  ];
}
