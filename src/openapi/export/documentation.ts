import type { DocumentationPartLocation, DocumentationPartType } from '../../model/index.ts';
import { isObject, type JsonObject, objectAt } from '../values.ts';
import type { PublishedDocumentation } from './api.ts';

/** Words that OpenAPI has for each kind of thing; the others stay in the extension (guide page ...-quick-start-publishing). */
const WORDS: Readonly<Record<DocumentationPartType, readonly string[]>> = {
  API: ['tags', 'externalDocs'],
  AUTHORIZER: ['description'],
  MODEL: ['title', 'description', 'externalDocs'],
  RESOURCE: [],
  METHOD: ['tags', 'summary', 'description', 'externalDocs'],
  PATH_PARAMETER: ['description'],
  QUERY_PARAMETER: ['description'],
  REQUEST_HEADER: ['description'],
  REQUEST_BODY: ['description'],
  RESPONSE: ['description'],
  RESPONSE_HEADER: ['description'],
  RESPONSE_BODY: [],
};
const INFO_WORDS = ['description', 'termsOfService', 'contact', 'license'];

/** What a stage's documentation says of each thing in a document. */
export class Documentation {
  readonly #published: PublishedDocumentation | undefined;

  constructor(published: PublishedDocumentation | undefined) {
    this.#published = published;
  }

  /** The members that a thing gets. */
  of(entity: DocumentationPartLocation): JsonObject {
    return keep(this.#properties(entity), WORDS[entity.type]);
  }

  /** What the API's own part says of its `info`. */
  info(): JsonObject {
    return keep(objectAt(this.#properties({ type: 'API' }), 'info') ?? {}, INFO_WORDS);
  }

  #properties(entity: DocumentationPartLocation): JsonObject {
    const part = this.#published?.partOf(entity);
    return part ? readProperties(part.properties) : {};
  }
}

export function readProperties(text: string): JsonObject {
  try {
    const properties: unknown = JSON.parse(text);
    return isObject(properties) ? properties : {};
  } catch {
    return {};
  }
}

/** API Gateway's own extensions are the document's to write. */
function keep(properties: JsonObject, words: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([name]) => words.includes(name) || (name.startsWith('x-') && !name.startsWith('x-amazon-apigateway-')),
    ),
  );
}
