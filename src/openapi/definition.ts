import type {
  Authorizer,
  DocumentationPart,
  GatewayResponse,
  Integration,
  IntegrationResponse,
  Method,
  MethodResponse,
  Model,
  RequestValidator,
} from '../model/index.ts';

/**
 * What an OpenAPI file says of a REST API, in AWS's words and nothing else: names stand where the API will have ids, values
 * are what the single operations (`PutMethod`, `CreateModel`, ...) would be given, to be checked by them.
 */
export interface ApiDefinition {
  /** `info.title`. */
  readonly name?: string;
  readonly description?: string;
  readonly version?: string;
  readonly settings: DefinedSettings;
  /** In the file's order, base path included, without a slash at the end; `/` is the root. */
  readonly paths: readonly DefinedPath[];
  readonly models: readonly DefinedModel[];
  readonly requestValidators: readonly Omit<RequestValidator, 'id'>[];
  readonly authorizers: readonly DefinedAuthorizer[];
  readonly gatewayResponses: readonly DefinedGatewayResponse[];
  readonly documentationParts: readonly DefinedDocumentationPart[];
  /** What was left out, in AWS's words where they are known. */
  readonly warnings: readonly string[];
  /** What cannot be imported; any makes the import fail. */
  readonly errors: readonly string[];
  /** Set when a part of the file could not be read at all: what then is the only thing to say, in AWS's words. */
  readonly malformed?: string;
}

/** What a file sets on the API itself; absent means that the file is silent. */
export interface DefinedSettings {
  readonly apiKeySource?: string;
  readonly binaryMediaTypes?: readonly string[];
  readonly minimumCompressionSize?: number;
  /** JSON text. */
  readonly policy?: string;
  readonly disableExecuteApiEndpoint?: boolean;
  readonly vpcEndpointIds?: readonly string[];
  readonly securityPolicy?: string;
  readonly endpointAccessMode?: string;
}

export interface DefinedPath {
  readonly path: string;
  readonly methods: readonly DefinedMethod[];
}

export interface DefinedMethod
  extends Pick<
    Method,
    'httpMethod' | 'apiKeyRequired' | 'operationName' | 'requestParameters' | 'requestModels' | 'authorizationScopes'
  > {
  readonly authorizationType: string;
  /** An authorizer's name. */
  readonly authorizer?: string;
  /** A request validator's name. */
  readonly requestValidator?: string;
  readonly responses: readonly MethodResponse[];
  readonly integration?: DefinedIntegration;
}

export interface DefinedIntegration
  extends Partial<
    Pick<
      Integration,
      | 'httpMethod'
      | 'uri'
      | 'connectionId'
      | 'credentials'
      | 'requestParameters'
      | 'requestTemplates'
      | 'timeoutInMillis'
      | 'cacheNamespace'
      | 'cacheKeyParameters'
      | 'integrationTarget'
    >
  > {
  readonly type: string;
  readonly connectionType?: string;
  readonly passthroughBehavior?: string;
  readonly contentHandling?: string;
  readonly responseTransferMode?: string;
  readonly tlsConfig?: { readonly insecureSkipVerification: boolean };
  readonly responses: readonly DefinedIntegrationResponse[];
}

export interface DefinedIntegrationResponse extends Omit<IntegrationResponse, 'contentHandling'> {
  readonly contentHandling?: string;
}

export type DefinedModel = Omit<Model, 'id'>;

export interface DefinedAuthorizer extends Omit<Authorizer, 'id' | 'type'> {
  readonly type: string;
}

export interface DefinedGatewayResponse extends Omit<GatewayResponse, 'responseType'> {
  readonly responseType: string;
}

export interface DefinedDocumentationPart extends Pick<DocumentationPart, 'properties'> {
  readonly location: {
    readonly type: string;
    readonly path?: string;
    readonly method?: string;
    readonly statusCode?: string;
    readonly name?: string;
  };
}
