import type { HeaderList } from '../http/index.ts';

/** What a signature covers of a request, besides its body. */
export interface SignedRequest {
  readonly method: string;
  /** As received, percent-encoded, without the query. */
  readonly path: string;
  /** As received, without the `?`; empty when there is none. */
  readonly query: string;
  readonly headers: HeaderList;
}

/** What signs: the secret half of an access key. */
export interface SigningSecret {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Set for temporary credentials: the request must carry exactly this token. */
  readonly sessionToken?: string;
}
