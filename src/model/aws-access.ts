/** How AWS services are reached by integrations that call them. */
export interface AwsAccess {
  /** The URL of a service's endpoint by the service's name as it stands in integration URIs, such as `s3`. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** The URL of every service that has none of its own; absent means AWS itself. */
  readonly defaultEndpoint?: string;
  /** What calls are signed with, and roles are assumed with; absent when the operator gave none. */
  readonly credentials?: AwsCredentials;
}

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Set for temporary credentials. */
  readonly sessionToken?: string;
}

/** Credentials that can be used until a time, in milliseconds since the epoch. */
export interface TemporaryCredentials extends AwsCredentials {
  readonly sessionToken: string;
  readonly expiresAtMs: number;
}

/** What names whoever signed a request, when the signature has been found good. It is no secret. */
export interface CallerKey {
  readonly accessKeyId: string;
  /** Set for temporary credentials. */
  readonly sessionToken?: string;
}

/** One call of an AWS service, before it is signed. */
export interface AwsRequest {
  /** As it stands in integration URIs, such as `sqs`. */
  readonly service: string;
  readonly region: string;
  /** Default `aws`. */
  readonly partition?: string;
  readonly method: string;
  /** Percent-encoded, with a query where there is one. */
  readonly path: string;
  /** Names and values in one flat list, without `Host`. */
  readonly headers: readonly string[];
  readonly body: Uint8Array;
}

export interface AwsResponse {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** Calls AWS services, or what the operator set in their place. */
export interface AwsClient {
  /** Without a slash at its end. */
  endpointUrl(service: string, region: string, partition?: string): Promise<string>;
  /** @throws when there is no answer; the message is for the operator */
  call(request: AwsRequest): Promise<AwsResponse>;
}
