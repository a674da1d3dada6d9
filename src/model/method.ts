import type { Integration } from './integration.ts';

/** The verbs that a REST API can declare; `ANY` stands for the seven others (features A1.6, fact D5). */
export const HTTP_METHODS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'ANY'] as const;
export type HttpMethod = (typeof HTTP_METHODS)[number];

/** A `Method` as AWS describes it (API reference, `Method`). */
export interface Method {
  readonly httpMethod: HttpMethod;
  readonly authorizationType: 'NONE' | 'AWS_IAM' | 'CUSTOM' | 'COGNITO_USER_POOLS';
  readonly authorizerId?: string;
  readonly apiKeyRequired: boolean;
  readonly requestValidatorId?: string;
  readonly operationName?: string;
  /** `method.request.{path,querystring,header}.NAME` to "is it required". */
  readonly requestParameters?: Readonly<Record<string, boolean>>;
  /** Content type to model name. */
  readonly requestModels?: Readonly<Record<string, string>>;
  readonly authorizationScopes?: readonly string[];
  /** By three-digit status code. */
  readonly methodResponses?: Readonly<Record<string, MethodResponse>>;
  readonly methodIntegration?: Integration;
}

export interface MethodResponse {
  readonly statusCode: string;
  /** `method.response.header.NAME` to "is it required". */
  readonly responseParameters?: Readonly<Record<string, boolean>>;
  readonly responseModels?: Readonly<Record<string, string>>;
}
