/** A `ClientCertificate` as AWS describes it (API reference, `ClientCertificate`; features A5.8). */
export interface ClientCertificate {
  /** Six characters of `[a-z0-9]`. */
  readonly clientCertificateId: string;
  readonly description?: string;
  readonly pemEncodedCertificate: string;
  /** Seconds since the epoch. */
  readonly createdDate: number;
  /** Seconds since the epoch. */
  readonly expirationDate: number;
  readonly tags: Readonly<Record<string, string>>;
}

/** What the gateway shows to backends: a certificate and its key, both PEM. */
export interface ClientIdentity {
  readonly certificate: string;
  readonly privateKey: string;
}
