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
