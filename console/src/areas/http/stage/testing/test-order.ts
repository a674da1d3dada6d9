import { headersFrom } from '../../../../parts/headers-from.ts';

/** A request as its form holds it. */
export interface TestRequest {
  readonly method: string;
  /** Below the stage, with the query. */
  readonly path: string;
  /** Lines of `Name: value`. */
  readonly headers: string;
  readonly body: string;
}

/** What `POST /_sallyport/explain` wants to know (docs/control-extensions.md). */
export function orderOf(apiId: string, stage: string, { method, path, headers, body }: TestRequest) {
  return {
    apiId,
    stage,
    httpMethod: method,
    pathWithQueryString: path.startsWith('/') ? path : `/${path}`,
    headers: Object.entries(headersFrom(headers)),
    ...(body !== '' && { body: base64Of(body) }),
    withBodies: true,
  };
}

function base64Of(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}
