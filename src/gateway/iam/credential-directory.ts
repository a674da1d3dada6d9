import type { CallerKey, CallerPolicies, TemporaryCredentials } from '../../model/index.ts';
import type { Caller } from '../../policy/index.ts';
import type { CredentialScope } from '../../sigv4/index.ts';

/** Whose signature it is, and what he may do. */
export interface Signer {
  /** 32 bytes, derived from the secret for one day, region and service; it signs nothing else. */
  readonly signingKey: Uint8Array;
  /** Set for temporary credentials: the request must carry exactly this token. */
  readonly sessionToken?: string;
  readonly principal: Caller;
  readonly policies: CallerPolicies;
}

/** Knows the owners of access keys. */
export interface CredentialDirectory {
  /**
   * Undefined when nobody has such a key.
   * @param sessionToken as the request carries it: temporary credentials are found by it
   */
  findSigner(
    accessKeyId: string,
    scope: CredentialScope,
    sessionToken: string | undefined,
  ): Promise<Signer | undefined>;
  /** Credentials for a short while that act as the key's owner; undefined when nobody has such a key. */
  issueCredentials(caller: CallerKey): Promise<TemporaryCredentials | undefined>;
}
