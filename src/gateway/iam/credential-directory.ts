import type { CredentialScope } from '../../sigv4/index.ts';

/** Whose signature it is, and what he may do. */
export interface Signer {
  /** 32 bytes, derived from the secret for one day, region and service; it signs nothing else. */
  readonly signingKey: Uint8Array;
  /** Set for temporary credentials: the request must carry exactly this token. */
  readonly sessionToken?: string;
  readonly principal: {
    readonly arn: string;
    readonly accountId: string;
    /** The unique id of the user, or `ROLE_ID:SESSION`. */
    readonly userId: string;
    /** Of a user; the root user and sessions have none. */
    readonly userName?: string;
    /** Of a session: the role that it assumed. */
    readonly roleArn?: string;
  };
  /** Policy documents, as JSON texts. */
  readonly policies: {
    readonly identity: readonly string[];
    readonly boundary?: string;
    readonly session?: readonly string[];
  };
}

/** Knows the owners of access keys. */
export interface CredentialDirectory {
  /** Undefined when nobody has such a key. */
  findSigner(accessKeyId: string, scope: CredentialScope): Promise<Signer | undefined>;
}
