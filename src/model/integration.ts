/** An `Integration` as AWS describes it (API reference, `Integration`; facts D65-D68, D167). */
export interface Integration {
  readonly type: IntegrationType;
  /** The verb used towards the backend; absent for MOCK. */
  readonly httpMethod?: string;
  /** An URL for HTTP types, an `arn:aws:apigateway:...` for AWS types; absent for MOCK. */
  readonly uri?: string;
  readonly connectionType?: 'INTERNET' | 'VPC_LINK';
  readonly connectionId?: string;
  /** A role's ARN, or `arn:aws:iam::*:user/*` for the caller's own credentials (fact D66). */
  readonly credentials?: string;
  /** `integration.request.{path,querystring,header}.NAME` to the expression that fills it. */
  readonly requestParameters?: Readonly<Record<string, string>>;
  /** Content type to template text. */
  readonly requestTemplates?: Readonly<Record<string, string>>;
  readonly passthroughBehavior: 'WHEN_NO_MATCH' | 'WHEN_NO_TEMPLATES' | 'NEVER';
  readonly contentHandling?: ContentHandling;
  /** 50 to 29000 (more for regional and private APIs); default 29000. */
  readonly timeoutInMillis: number;
  readonly cacheNamespace: string;
  readonly cacheKeyParameters: readonly string[];
  readonly integrationResponses?: Readonly<Record<string, IntegrationResponse>>;
  readonly tlsConfig?: { readonly insecureSkipVerification: boolean };
  readonly responseTransferMode?: 'BUFFERED' | 'STREAM';
  readonly integrationTarget?: string;
}

export type IntegrationType = 'HTTP' | 'HTTP_PROXY' | 'AWS' | 'AWS_PROXY' | 'MOCK';
export type ContentHandling = 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT';

export interface IntegrationResponse {
  readonly statusCode: string;
  /** A Java regular expression over the whole value (facts D50, D51); absent makes this response the default. */
  readonly selectionPattern?: string;
  /** `method.response.header.NAME` to the expression that fills it. */
  readonly responseParameters?: Readonly<Record<string, string>>;
  readonly responseTemplates?: Readonly<Record<string, string>>;
  readonly contentHandling?: ContentHandling;
}
