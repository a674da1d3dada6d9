import type { DefinedAuthorizer, DefinedMethod } from '../definition.ts';
import { OPENAPI_LIMITS } from '../limits.ts';
import {
  compact,
  isObject,
  type JsonObject,
  listAt,
  numberAt,
  objectAt,
  objectEntries,
  textAt,
  textsAt,
} from '../values.ts';
import { checkCount } from './check-count.ts';
import type { Dialect } from './dialect.ts';
import type { Report } from './report.ts';

/** What a security scheme asks of the methods that name it. */
type Scheme =
  | { readonly kind: 'apiKey' | 'iam' | 'ignored' }
  | { readonly kind: 'authorizer'; readonly authorizer: DefinedAuthorizer };

export type Schemes = ReadonlyMap<string, Scheme>;

type Access = Pick<DefinedMethod, 'authorizationType' | 'authorizer' | 'authorizationScopes' | 'apiKeyRequired'>;

/** Security schemes as authorizers, API keys and IAM (facts D161, D162; guide pages ...-authorizer, ...-authtype). */
export function readSchemes(document: JsonObject, dialect: Dialect, report: Report): Schemes {
  const schemes = objectEntries(dialect.securitySchemes(document));
  checkCount('security schemes', schemes.length, OPENAPI_LIMITS.entities);
  return new Map(schemes.map(([name, scheme]) => [name, readScheme(name, scheme, report)]));
}

export function authorizersOf(schemes: Schemes): readonly DefinedAuthorizer[] {
  return [...schemes.values()].flatMap((scheme) => (scheme.kind === 'authorizer' ? scheme.authorizer : []));
}

function readScheme(name: string, scheme: JsonObject, report: Report): Scheme {
  const authType = textAt(scheme, 'x-amazon-apigateway-authtype');
  const authorizer = objectAt(scheme, 'x-amazon-apigateway-authorizer');
  if (authorizer) return { kind: 'authorizer', authorizer: readAuthorizer(name, scheme, authorizer, authType) };
  if (authType?.toLowerCase().startsWith('aws')) return { kind: 'iam' };
  if (authType !== undefined) {
    report.fail(
      `Unable to create authorizer from security definition: '${name}'. Extension x-amazon-apigateway-authorizer is required. Any methods with security: '${name}' will not be created. If this security definition is not a custom authorizer, remove the x-amazon-apigateway-authtype extension.`,
    );
    return { kind: 'ignored' };
  }
  const type = textAt(scheme, 'type');
  if (type === 'apiKey' && textAt(scheme, 'in') === 'header' && textAt(scheme, 'name')?.toLowerCase() === 'x-api-key') {
    return { kind: 'apiKey' };
  }
  report.warn(`Unsupported security definition type '${type}' for '${name}'. Ignoring.`);
  return { kind: 'ignored' };
}

function readAuthorizer(
  name: string,
  scheme: JsonObject,
  authorizer: JsonObject,
  authType: string | undefined,
): DefinedAuthorizer {
  return compact({
    name,
    type: (textAt(authorizer, 'type') ?? '').toUpperCase(),
    providerARNs: textsAt(authorizer, 'providerARNs'),
    authType,
    authorizerUri: textAt(authorizer, 'authorizerUri'),
    authorizerCredentials: textAt(authorizer, 'authorizerCredentials'),
    identitySource: textAt(authorizer, 'identitySource') ?? identitySource(scheme),
    identityValidationExpression: textAt(authorizer, 'identityValidationExpression'),
    authorizerResultTtlInSeconds: numberAt(authorizer, 'authorizerResultTtlInSeconds'),
  });
}

/** The one parameter that the scheme itself names; `Unused` says that it names none (fact D162, recorded). */
function identitySource(scheme: JsonObject): string | undefined {
  const name = textAt(scheme, 'name');
  if (!name || name === 'Unused') return undefined;
  return `method.request.${textAt(scheme, 'in') === 'query' ? 'querystring' : 'header'}.${name}`;
}

/**
 * What an operation wants of its callers. The file's own `security` holds for operations without one (recorded on AWS, where
 * the guide says that it is ignored); `x-amazon-apigateway-auth` has the last word.
 */
export function readAccess(document: JsonObject, operation: JsonObject, schemes: Schemes): Access {
  let access: Access = { authorizationType: 'NONE', apiKeyRequired: false };
  for (const requirement of listAt(operation, 'security') ?? listAt(document, 'security') ?? []) {
    if (isObject(requirement)) access = withRequirement(access, requirement, schemes);
  }
  const type = textAt(objectAt(operation, 'x-amazon-apigateway-auth') ?? {}, 'type')?.toUpperCase();
  if (type !== 'NONE' && type !== 'AWS_IAM') return access;
  return { authorizationType: type, apiKeyRequired: access.apiKeyRequired };
}

/** A method has one kind of authorization: the first that is named. */
function withRequirement(access: Access, requirement: JsonObject, schemes: Schemes): Access {
  let result = access;
  for (const name of Object.keys(requirement)) {
    const scheme = schemes.get(name);
    if (scheme?.kind === 'apiKey') result = { ...result, apiKeyRequired: true };
    if (result.authorizationType !== 'NONE') continue;
    if (scheme?.kind === 'iam') result = { ...result, authorizationType: 'AWS_IAM' };
    if (scheme?.kind === 'authorizer') {
      const scopes = textsAt(requirement, name) ?? [];
      result = {
        ...result,
        authorizationType: scheme.authorizer.type === 'COGNITO_USER_POOLS' ? 'COGNITO_USER_POOLS' : 'CUSTOM',
        authorizer: name,
        ...(scopes.length > 0 && { authorizationScopes: scopes }),
      };
    }
  }
  return result;
}
