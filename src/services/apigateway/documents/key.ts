/**
 * Joins identifiers to a document's id. Identifiers come from clients; one that could not name anything (empty, with a
 * separator or with characters that no store holds) becomes an id that is never written.
 */
export function documentId(...identifiers: readonly string[]): string {
  return identifiers.every((identifier) => /^[\w.$-]{1,128}$/.test(identifier)) ? identifiers.join('/') : '/';
}

/** The beginning of the ids of everything inside an API. */
export function insideApi(restApiId: string): string {
  return `${documentId(restApiId)}/`;
}
