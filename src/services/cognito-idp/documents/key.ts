/** What has no UTF-8. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Joins parts to a document's id. They come from clients, in any characters; what no id could hold names something that is
 * never written.
 */
export function documentId(...parts: readonly string[]): string {
  return parts.some((part) => part === '' || LONE_SURROGATE.test(part)) ? '/' : parts.map(encodeURIComponent).join('/');
}

/** The beginning of the ids of everything below these parts. */
export function below(...parts: readonly string[]): string {
  return `${documentId(...parts)}/`;
}
