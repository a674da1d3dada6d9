import type { HttpAuthorizer } from '../../../model/index.ts';
import { checkName } from '../check-texts.ts';
import { badRequest } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { In } from '../types.ts';

type Asked = Omit<In<'createAuthorizer'>, 'ApiId'>;

const FUNCTION =
  /^arn:[\w-]+:apigateway:[\w-]+:lambda:path\/2015-03-31\/functions\/arn:[\w-]+:lambda:[\w-]+:\d{12}:function:[^/\s]+\/invocations$/;
const REQUEST_SOURCE = /^\$request\.(?:header|querystring)\.\S+$/;
const OTHER_SOURCE = /^\$(?:context|stageVariables)\.\S+$/;
/** OpenID Connect Discovery 1.0, section 3: no query. Plain http is an extension: pools of this installation may have it. */
const ISSUER = /^https?:\/\/[^\s?#]+$/;

/**
 * The authorizer that an input asks for, without its id (features A3.9, A3.10; facts D97, D100).
 * @throws {ServiceError} 400; the texts are ours
 */
export function readAuthorizer(asked: Asked): Omit<HttpAuthorizer, 'AuthorizerId'> {
  checkName(asked.Name);
  if (asked.IdentityValidationExpression) {
    throw badRequest('Identity validation expressions are not supported for HTTP APIs.');
  }
  switch (asked.AuthorizerType) {
    case 'JWT':
      return readJwt(asked);
    case 'REQUEST':
      return readRequest(asked);
    default:
      throw badRequest('Invalid authorizer type specified. Valid options are REQUEST,JWT');
  }
}

function readJwt({ Name, IdentitySource, JwtConfiguration }: Asked): Omit<HttpAuthorizer, 'AuthorizerId'> {
  const { Issuer = '', Audience = [] } = JwtConfiguration ?? {};
  const [source = '', ...more] = IdentitySource;
  if (more.length > 0 || !REQUEST_SOURCE.test(source)) {
    throw badRequest('A JWT authorizer needs exactly one identity source: a header or a query string parameter.');
  }
  if (!ISSUER.test(Issuer)) throw badRequest(`Invalid issuer: ${Issuer}. Issuer must be a valid URL.`);
  if (Audience.length === 0) throw badRequest('A JWT authorizer needs at least one audience.');
  if (Audience.length > LIMITS.audiences) throw badRequest(`At most ${LIMITS.audiences} audiences are supported.`);
  return { Name, AuthorizerType: 'JWT', IdentitySource: [source], JwtConfiguration: { Audience, Issuer } };
}

function readRequest(asked: Asked): Omit<HttpAuthorizer, 'AuthorizerId'> {
  const { Name, IdentitySource, AuthorizerUri = '', AuthorizerCredentialsArn } = asked;
  const version = asked.AuthorizerPayloadFormatVersion;
  if (version !== '1.0' && version !== '2.0') {
    throw badRequest('AuthorizerPayloadFormatVersion must be 1.0 or 2.0 for REQUEST authorizers.');
  }
  if (!FUNCTION.test(AuthorizerUri)) throw badRequest(`Invalid authorizer URI: ${AuthorizerUri}`);
  if (asked.EnableSimpleResponses && version !== '2.0') {
    throw badRequest('EnableSimpleResponses is only supported for the payload format version 2.0.');
  }
  const wrong = IdentitySource.find((source) => !REQUEST_SOURCE.test(source) && !OTHER_SOURCE.test(source));
  if (wrong !== undefined) throw badRequest(`Invalid identity source specified: ${wrong}`);
  const { min, max } = LIMITS.authorizerTtlSeconds;
  const ttl = asked.AuthorizerResultTtlInSeconds ?? 0;
  if (!Number.isInteger(ttl) || ttl < min || ttl > max) {
    throw badRequest(`AuthorizerResultTtlInSeconds must be between ${min} and ${max}.`);
  }
  // Guide page http-api-lambda-authorizer, "Caching authorizer responses".
  if (ttl > 0 && IdentitySource.length === 0) throw badRequest('Caching needs at least one identity source.');
  return {
    Name,
    AuthorizerType: 'REQUEST',
    IdentitySource,
    AuthorizerUri,
    ...(AuthorizerCredentialsArn && { AuthorizerCredentialsArn }),
    AuthorizerPayloadFormatVersion: version,
    AuthorizerResultTtlInSeconds: ttl,
    EnableSimpleResponses: asked.EnableSimpleResponses ?? false,
  };
}
