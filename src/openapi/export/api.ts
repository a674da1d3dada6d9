import type { ApiSnapshot, DocumentationPart, DocumentationPartLocation } from '../../model/index.ts';

/** What a document is written from: one deployed stage. */
export interface ExportedApi {
  readonly snapshot: ApiSnapshot;
  readonly stageName: string;
  /** Where the API answers, such as `oc9q3412bd.execute-api.us-east-1.amazonaws.com`. */
  readonly host: string;
  readonly scheme: 'http' | 'https';
  /** When the stage's deployment was made, in seconds since the epoch: the version of an API that has none of its own. */
  readonly deployedAt: number;
  /** The version of the documentation that the stage publishes. */
  readonly documentation?: PublishedDocumentation;
}

export interface PublishedDocumentation {
  readonly version: string;
  /** Seconds since the epoch. */
  readonly createdDate: number;
  readonly parts: readonly DocumentationPart[];
  /** The part that is about an entity, its own or one that it inherits. */
  partOf(entity: DocumentationPartLocation): DocumentationPart | undefined;
}

export const EXPORT_TYPES = ['oas30', 'swagger'] as const;
export type ExportType = (typeof EXPORT_TYPES)[number];

/** Which extensions go in (features A7.5; guide page api-gateway-export-api). */
export interface ExportedExtensions {
  readonly integrations: boolean;
  readonly authorizers: boolean;
  readonly documentation: boolean;
  /** Everything else that only API Gateway understands. */
  readonly apigateway: boolean;
  readonly postman: boolean;
}

/**
 * Reads the `extensions` parameter: names with commas between them; `apigateway` stands for all but Postman's (guide page
 * api-gateway-documenting-api-quick-start-publishing).
 */
export function readExtensions(text = ''): ExportedExtensions {
  const names = new Set(text.split(',').map((name) => name.trim()));
  const all = names.has('apigateway');
  return {
    integrations: all || names.has('integrations'),
    authorizers: all || names.has('authorizers'),
    documentation: all || names.has('documentation'),
    apigateway: all,
    postman: names.has('postman'),
  };
}
