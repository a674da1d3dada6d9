/** Function URLs: an address of its own for a function or an alias. Who serves them is the server's business. */
export { findFunctionUrl, type ServedFunctionUrl } from './find-url.ts';
export type { Cors } from './url-document.ts';
export { urlHandlers } from './url-handlers.ts';
