/**
 * Joins identifiers to a document's id. They come from clients; one that could not name anything becomes an id that is
 * never written.
 */
export function documentId(...identifiers: readonly string[]): string {
  return identifiers.every((identifier) => /^[\w.$-]{1,128}$/.test(identifier)) ? identifiers.join('/') : '/';
}
