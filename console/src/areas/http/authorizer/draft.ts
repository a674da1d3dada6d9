import type { Input } from '../../../aws/index.ts';
import { functionArnOf } from '../integration-name.ts';
import { linesOf, textOf } from '../lines.ts';
import type { Authorizer } from '../use-http-api.ts';

export const KINDS = ['JWT', 'REQUEST'] as const;
/** Seconds (API reference, CreateAuthorizer, `authorizerResultTtlInSeconds`). */
export const TTL = { max: 3_600, usual: 300 } as const;

/** An authorizer as its form holds it; lists are text, an item a line. */
export interface AuthorizerDraft {
  readonly kind: (typeof KINDS)[number];
  readonly name: string;
  /** Where the token is (JWT), or what must be there and tells answers apart (Lambda). */
  readonly identitySource: string;
  readonly issuer: string;
  readonly audience: string;
  readonly functionArn: string;
  readonly payload: string;
  /** Whether the function answers yes or no, not with a policy. */
  readonly isSimple: boolean;
  /** Seconds, as typed; 0 where nothing is kept. */
  readonly ttl: string;
  readonly credentials: string;
}

export const NEW_AUTHORIZER: AuthorizerDraft = {
  kind: 'JWT',
  name: '',
  identitySource: '$request.header.Authorization',
  issuer: '',
  audience: '',
  functionArn: '',
  payload: '2.0',
  isSimple: true,
  ttl: String(TTL.usual),
  credentials: '',
};

export function draftOf(authorizer: Authorizer): AuthorizerDraft {
  const { AuthorizerType, JwtConfiguration, AuthorizerResultTtlInSeconds = 0 } = authorizer;
  return {
    kind: AuthorizerType === 'REQUEST' ? 'REQUEST' : 'JWT',
    name: authorizer.Name ?? '',
    identitySource: textOf(authorizer.IdentitySource),
    issuer: JwtConfiguration?.Issuer ?? '',
    audience: textOf(JwtConfiguration?.Audience),
    functionArn: functionArnOf(authorizer.AuthorizerUri),
    payload: authorizer.AuthorizerPayloadFormatVersion ?? '2.0',
    isSimple: authorizer.EnableSimpleResponses ?? false,
    ttl: String(AuthorizerResultTtlInSeconds),
    credentials: authorizer.AuthorizerCredentialsArn ?? '',
  };
}

/** What makes an authorizer what a draft says. */
export function settingsOf(
  draft: AuthorizerDraft,
  region: string,
): Omit<Input<'apigatewayv2', 'createAuthorizer'>, 'ApiId'> {
  const { kind, name, payload, isSimple } = draft;
  const common = { AuthorizerType: kind, Name: name.trim(), IdentitySource: [...linesOf(draft.identitySource)] };
  if (kind === 'JWT') {
    const JwtConfiguration = { Issuer: draft.issuer.trim(), Audience: [...linesOf(draft.audience)] };
    return { ...common, JwtConfiguration };
  }
  const arn = draft.functionArn.trim();
  return {
    ...common,
    AuthorizerUri: `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${arn}/invocations`,
    AuthorizerPayloadFormatVersion: payload,
    EnableSimpleResponses: payload === '2.0' && isSimple,
    AuthorizerResultTtlInSeconds: Number(draft.ttl),
    AuthorizerCredentialsArn: draft.credentials.trim(),
  };
}

/** Whether there is something to send: what is wrong with it the server says better. */
export function isWhole({ kind, name, issuer, audience, functionArn }: AuthorizerDraft): boolean {
  const needed = kind === 'JWT' ? [name, issuer, audience] : [name, functionArn];
  return needed.every((text) => text.trim() !== '');
}
