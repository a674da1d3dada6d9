/** A `RestApi` as AWS describes it (API reference, `RestApi`; features A1.4). */
export interface RestApi {
  /**
   * Ten characters of `[a-z0-9]`, or a DNS label that the user pinned by a tag (features A1.15); unique in the whole
   * installation because a request's Host names nothing else.
   */
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly version?: string;
  /** Seconds since the epoch. */
  readonly createdDate: number;
  readonly binaryMediaTypes?: readonly string[];
  /** 0 to 10485760 bytes; absent means that responses are never compressed. */
  readonly minimumCompressionSize?: number;
  readonly apiKeySource: 'HEADER' | 'AUTHORIZER';
  readonly endpointConfiguration: EndpointConfiguration;
  /** The resource policy as JSON text. */
  readonly policy?: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly disableExecuteApiEndpoint: boolean;
  readonly rootResourceId: string;
  readonly securityPolicy?: string;
  readonly endpointAccessMode?: 'BASIC' | 'STRICT';
}

export interface EndpointConfiguration {
  readonly types: readonly EndpointType[];
  readonly ipAddressType: 'ipv4' | 'dualstack';
  readonly vpcEndpointIds?: readonly string[];
}

export type EndpointType = 'EDGE' | 'REGIONAL' | 'PRIVATE';
