import type { ClientSettings } from '../documents/index.ts';
import { invalidParameter } from '../errors.ts';
import { LIMITS } from '../limits.ts';

const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/;
/** Would run in a page, or is no place at all. */
const NOT_OF_AN_APP = /^(javascript|data|vbscript|file|http):/i;

/**
 * Addresses to which people may be sent back (API reference, `CallbackURLs`, `LogoutURLs`, `DefaultRedirectURI`).
 * @throws {ServiceError}
 */
export function checkRedirects({
  CallbackURLs = [],
  LogoutURLs = [],
  DefaultRedirectURI: first,
}: ClientSettings): void {
  for (const url of [...CallbackURLs, ...LogoutURLs]) {
    if (!isAllowed(url)) throw invalidParameter(`${url} is not a valid redirect URI.`);
  }
  if (CallbackURLs.length > LIMITS.callbackUrls || LogoutURLs.length > LIMITS.callbackUrls) {
    throw invalidParameter(`A client has at most ${LIMITS.callbackUrls} callback URLs.`);
  }
  if (first !== undefined && !CallbackURLs.includes(first)) {
    throw invalidParameter('Default redirect uri must be in the CallbackURLs list.');
  }
}

function isAllowed(url: string): boolean {
  if (url.length > LIMITS.urlLength || url.includes('#') || !URL.canParse(url)) return false;
  return LOOPBACK.test(url) || !NOT_OF_AN_APP.test(url);
}
