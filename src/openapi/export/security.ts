import type { Authorizer, Method } from '../../model/index.ts';
import { compact, type JsonObject } from '../values.ts';
import type { ExportedExtensions } from './api.ts';
import type { Documentation } from './documentation.ts';

/** The security schemes of a document, and what methods ask of them. */
export class Security {
  readonly #authorizers: ReadonlyMap<string, Authorizer>;
  readonly #apiKeyName: string;
  readonly #iamName: string;
  readonly #used = new Set<string>();

  constructor(authorizers: readonly Authorizer[]) {
    this.#authorizers = new Map(authorizers.map((authorizer) => [authorizer.id, authorizer]));
    const taken = new Set(authorizers.map(({ name }) => name));
    this.#apiKeyName = freeName('api_key', taken);
    this.#iamName = freeName('sigv4', taken);
  }

  /** A method's `security`: one requirement a scheme, as in the guide's exports. */
  requirements(method: Method): readonly JsonObject[] | undefined {
    const requirements: JsonObject[] = [];
    if (method.authorizationType === 'AWS_IAM') requirements.push(this.#require(this.#iamName));
    const authorizer = method.authorizerId === undefined ? undefined : this.#authorizers.get(method.authorizerId);
    if (authorizer) requirements.push(this.#require(authorizer.name, method.authorizationScopes));
    if (method.apiKeyRequired) requirements.push(this.#require(this.#apiKeyName));
    return requirements.length > 0 ? requirements : undefined;
  }

  /** Every scheme that a method asked for, and with their extension every authorizer; after all methods are written. */
  schemes(extensions: ExportedExtensions, documentation: Documentation): JsonObject | undefined {
    const schemes: [string, JsonObject][] = [];
    for (const authorizer of this.#authorizers.values()) {
      if (!extensions.authorizers && !this.#used.has(authorizer.name)) continue;
      const about = documentation.of({ type: 'AUTHORIZER', name: authorizer.name });
      schemes.push([authorizer.name, { ...about, ...writeScheme(authorizer, extensions.authorizers) }]);
    }
    if (this.#used.has(this.#apiKeyName)) schemes.push([this.#apiKeyName, headerScheme('x-api-key')]);
    if (this.#used.has(this.#iamName)) {
      const iam = { ...headerScheme('Authorization'), 'x-amazon-apigateway-authtype': 'awsSigv4' };
      schemes.push([this.#iamName, iam]);
    }
    return schemes.length > 0 ? Object.fromEntries(schemes) : undefined;
  }

  #require(name: string, scopes: readonly string[] = []): JsonObject {
    this.#used.add(name);
    return { [name]: scopes };
  }
}

function headerScheme(name: string): JsonObject {
  return { type: 'apiKey', name, in: 'header' };
}

/** Guide page api-gateway-swagger-extensions-authorizer; fact D162. */
function writeScheme(authorizer: Authorizer, isExtended: boolean): JsonObject {
  const { name: _, id: __, authType, type, identitySource, ...rest } = authorizer;
  const source = /^method\.request\.(header|querystring)\.([^,\s]+)$/.exec(identitySource ?? '');
  const scheme = {
    type: 'apiKey',
    name: source?.[2] ?? 'Unused',
    in: source?.[1] === 'querystring' ? 'query' : 'header',
    ...(authType !== undefined && { 'x-amazon-apigateway-authtype': authType }),
  };
  if (!isExtended) return scheme;
  const isSaidAbove = type !== 'REQUEST' && source !== null;
  return {
    ...scheme,
    'x-amazon-apigateway-authorizer': compact({
      type: type.toLowerCase(),
      ...rest,
      identitySource: isSaidAbove ? undefined : identitySource,
    }),
  };
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 1; taken.has(name); number++) name = `${wanted}_${number}`;
  return name;
}
