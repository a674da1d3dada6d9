import type { ClientIdentity } from '../../model/index.ts';
import type { Reader, Store } from '../../store/index.ts';

/** Tells whoever shows certificates to clients. */
export interface CertificatePublisher {
  /** A certificate is there, or another one stands in its place. */
  certificateChanged(arn: string, identity: ClientIdentity): Promise<void>;
  certificateRemoved(arn: string): Promise<void>;
}

/** Gets certificates from an authority. */
export interface CertificateIssuer {
  /** Why none can be had here; undefined when they can. One sentence for the caller. */
  unavailableReason(names: readonly string[]): string | undefined;
  /** Begins to order, and goes on until there is a certificate, the request is too old, or the certificate is deleted. */
  order(arn: string): void;
}

/** What the service works with. */
export interface AcmContext {
  readonly store: Store;
  readonly publisher: CertificatePublisher;
  readonly issuer: CertificateIssuer;
  /** The ARNs of what refers to certificates, by the certificate's ARN. */
  users(reader: Reader): Promise<ReadonlyMap<string, readonly string[]>>;
  /** A random UUID, version 4. */
  uuid(): string;
}
