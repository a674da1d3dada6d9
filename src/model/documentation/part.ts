/** The kinds of things that documentation can be about (features A16.1), in the order in which AWS lists them. */
export const DOCUMENTATION_PART_TYPES = [
  'API',
  'AUTHORIZER',
  'MODEL',
  'RESOURCE',
  'METHOD',
  'PATH_PARAMETER',
  'QUERY_PARAMETER',
  'REQUEST_HEADER',
  'REQUEST_BODY',
  'RESPONSE',
  'RESPONSE_HEADER',
  'RESPONSE_BODY',
] as const;
export type DocumentationPartType = (typeof DOCUMENTATION_PART_TYPES)[number];

/** What a part is about. A member that its type has is always set, to the type's default when nothing was given. */
export interface DocumentationPartLocation {
  readonly type: DocumentationPartType;
  /** Default `/`. */
  readonly path?: string;
  /** A verb, or `*` (default) for every one. */
  readonly method?: string;
  /** Three digits, or `*` (default) for every one. */
  readonly statusCode?: string;
  /** Of a parameter, header, model or authorizer. */
  readonly name?: string;
}

/** A `DocumentationPart` as AWS describes it (API reference, `DocumentationPart`). */
export interface DocumentationPart {
  /** Six characters of `[a-z0-9]`, unique within the API. */
  readonly id: string;
  readonly location: DocumentationPartLocation;
  /** A JSON object as text. */
  readonly properties: string;
}

/** A `DocumentationVersion`: the name of one frozen state of an API's parts (features A16.2), which are stored beside it. */
export interface DocumentationVersion {
  readonly version: string;
  readonly description?: string;
  /** Seconds since the epoch. */
  readonly createdDate: number;
}
