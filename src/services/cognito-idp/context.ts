import type { JsonWebKey } from 'node:crypto';
import type { PublicKeySet, Scope } from '../../model/index.ts';
import type { ScryptTerms } from '../../passwords/index.ts';
import type { Store } from '../../store/index.ts';

/** Brings a code or an invitation to a user. What is sent holds a secret: an implementation must not log it unasked. */
export type DeliverMessage = (message: UserMessage) => Promise<void>;

export interface UserMessage {
  readonly medium: 'EMAIL' | 'SMS';
  /** An address of e-mail or a phone number. */
  readonly to: string;
  readonly subject?: string;
  readonly text: string;
  /** What the pool's `EmailConfiguration` says. */
  readonly from?: string;
  readonly replyTo?: string;
  readonly userPoolId: string;
  readonly sentAtMs: number;
}

/** Tells the data plane of the keys of pools, so that an authorizer needs nobody to ask. */
export interface UserPoolPublisher {
  poolKeysChanged(poolArn: string, keys: PublicKeySet): Promise<void>;
  poolRemoved(poolArn: string): Promise<void>;
}

/** Makes what nobody may foresee. */
export interface PoolIds {
  /** `REGION_` and nine letters and digits. */
  poolId(region: string): string;
  /** 26 small letters and digits. */
  clientId(): string;
  /** 52 small letters and digits. */
  clientSecret(): string;
  /** Six digits. */
  code(): string;
  /** A password that every policy takes. */
  temporaryPassword(length: number): string;
  /** A random UUID, version 4. */
  uuid(): string;
  bytes(count: number): Buffer;
}

/** An RSA key pair of 2048 bits, both halves as JWK. */
export type MakeKeyPair = () => Promise<{ readonly publicKey: JsonWebKey; readonly privateKey: JsonWebKey }>;

/** What the service works with. */
export interface CognitoContext {
  readonly store: Store;
  readonly ids: PoolIds;
  readonly makeKeyPair: MakeKeyPair;
  /** Of new hashes; `PASSWORD_TERMS`, but in tests. */
  readonly passwordTerms: ScryptTerms;
  readonly deliver: DeliverMessage;
  readonly publisher: UserPoolPublisher;
  /** What a pool's tokens name as their issuer: an address, without a slash at its end. */
  issuerOf(scope: Scope, poolId: string): string;
}
