/** What clients are generated from: one deployed stage, seen by a caller. */
export interface SdkApi {
  readonly name: string;
  readonly description?: string;
  /** Where the stage answers, without a slash at the end; every client can be told another place. */
  readonly endpoint: string;
  /** What requests are signed for. */
  readonly region: string;
  readonly operations: readonly SdkOperation[];
  readonly models: readonly SdkModel[];
}

/** One method of one resource. */
export interface SdkOperation {
  readonly httpMethod: string;
  /** Such as `/pets/{petId}` or `/files/{proxy+}`. */
  readonly path: string;
  /** The author's own name for it. */
  readonly operationName?: string;
  readonly parameters: readonly SdkParameter[];
  /** Names of models, for JSON. */
  readonly requestModel?: string;
  readonly responseModel?: string;
}

export interface SdkParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
}

export interface SdkModel {
  readonly name: string;
  readonly description?: string;
  readonly type: SdkType;
}

/** What a schema says of values, as far as types of programming languages can. */
export type SdkType =
  | { readonly kind: 'string' | 'number' | 'integer' | 'boolean' | 'any' }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'array'; readonly items: SdkType }
  | { readonly kind: 'object'; readonly properties: readonly SdkProperty[] }
  | { readonly kind: 'model'; readonly name: string };

export interface SdkProperty {
  readonly name: string;
  readonly type: SdkType;
  readonly required: boolean;
}
