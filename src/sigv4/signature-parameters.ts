/** The parameters of a signature, wherever they stand in the request; nothing is checked but that they are there. */
export interface SignatureParameters {
  readonly form: 'header' | 'presigned';
  readonly algorithm: string;
  readonly credential: string;
  /** Lower-case names separated by `;`. */
  readonly signedHeaders: string;
  readonly signature: string;
  readonly date: string;
  readonly sessionToken?: string;
  /** `X-Amz-Expires` as received; presigned only. */
  readonly expires?: string;
  /** What the signer says the body's hash is: 64 hex digits or a marker such as `UNSIGNED-PAYLOAD`. */
  readonly contentSha256?: string;
}
