import type { JsonWebKey } from 'node:crypto';

/** A user pool as an authorizer needs it: whose tokens it takes, and the keys that verify them. */
export interface UserPoolKeys {
  /** `arn:aws:cognito-idp:REGION:ACCOUNT:userpool/ID` */
  readonly poolArn: string;
  /** What the pool's tokens name as their issuer. */
  readonly issuer: string;
  readonly keySet: PublicKeySet;
}

/** A JWK Set of public keys (RFC 7517 section 5). */
export interface PublicKeySet {
  readonly keys: readonly JsonWebKey[];
}
