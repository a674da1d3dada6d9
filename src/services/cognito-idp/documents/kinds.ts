import type { JsonWebKey } from 'node:crypto';
import type { Scope } from '../../../model/index.ts';
import { defineKind, defineSealedKind } from '../../../store/index.ts';
import type { In, Out } from '../types.ts';

/** What `UpdateUserPool` can change, with its defaults filled in. */
export type UserPoolSettings = Omit<In<'updateUserPool'>, 'UserPoolId' | 'PoolName' | 'UserPoolTags' | 'LambdaConfig'>;
export type SchemaAttribute = NonNullable<In<'createUserPool'>['Schema']>[number];

export interface UserPool {
  readonly id: string;
  readonly name: string;
  readonly settings: UserPoolSettings;
  /** Custom attributes with their prefix. */
  readonly schema: readonly SchemaAttribute[];
  readonly usernameAttributes: readonly string[];
  readonly aliasAttributes: readonly string[];
  /** Whether names that differ in case are two names; undefined where it was never said, which means the same as true. */
  readonly caseSensitive?: boolean;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAtMs: number;
  readonly modifiedAtMs: number;
}

/** What `UpdateUserPoolClient` can change, with its defaults filled in. */
export type ClientSettings = Omit<In<'updateUserPoolClient'>, 'UserPoolId' | 'ClientId' | 'ClientName'>;

export interface AppClient {
  readonly id: string;
  readonly poolId: string;
  readonly name: string;
  readonly secret?: string;
  readonly settings: ClientSettings;
  readonly createdAtMs: number;
  readonly modifiedAtMs: number;
}

export interface PoolDomain {
  readonly domain: string;
  readonly poolId: string;
  readonly managedLoginVersion: number;
  readonly customDomainConfig?: { readonly CertificateArn: string };
}

export type UserStatus = 'UNCONFIRMED' | 'CONFIRMED' | 'RESET_REQUIRED' | 'FORCE_CHANGE_PASSWORD';

export interface PoolUser {
  /** As it was given, or a UUID where users have no name of their own. */
  readonly username: string;
  readonly sub: string;
  /** Without `sub`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly status: UserStatus;
  readonly enabled: boolean;
  readonly createdAtMs: number;
  readonly modifiedAtMs: number;
  /** Tokens from before this moment are good for nothing any more, where they name no session. */
  readonly signedOutAtMs?: number;
}

/** How a user proves who he is. An SRP verifier can be guessed at as cheaply as a bare hash, so all of it is sealed. */
export interface UserCredentials {
  /** `scrypt$COST$BLOCK$PARALLEL$SALT$HASH`. */
  readonly hash: string;
  /** Both hexadecimal. */
  readonly srp: { readonly salt: string; readonly verifier: string };
  /** Of a temporary password. */
  readonly expiresAtMs?: number;
}

export interface SignInFailures {
  readonly count: number;
  readonly lastAtMs: number;
}

/** A code that was sent to a user, for one purpose. */
export interface SentCode {
  readonly code: string;
  readonly attribute: string;
  /** Where it went. It proves this address, and no other that the attribute may have by the time it comes back. */
  readonly address: string;
  readonly expiresAtMs: number;
  readonly wrongGuesses: number;
  /** When codes for this purpose were sent, within the last hour. */
  readonly sentAtMs: readonly number[];
}

/** What one sign-in gave: its tokens name it as `origin_jti`. */
export interface Session {
  readonly clientId: string;
  readonly authTime: number;
  /** Of the refresh token, by SHA-256, in base64url. */
  readonly tokenHash: string;
  /** The token before a rotation, which is good until then. */
  readonly previous?: { readonly tokenHash: string; readonly untilMs: number };
  readonly expiresAtMs: number;
}

export interface PoolGroup {
  readonly name: string;
  readonly description?: string;
  readonly roleArn?: string;
  readonly precedence?: number;
  readonly createdAtMs: number;
  readonly modifiedAtMs: number;
}

export type ResourceServer = NonNullable<Out<'describeResourceServer'>['ResourceServer']>;

export interface SigningKey {
  readonly kid: string;
  readonly publicKey: JsonWebKey;
  readonly privateKey: JsonWebKey;
  readonly createdAtMs: number;
  /** When it signed last; undefined while it signs. */
  readonly retiredAtMs?: number;
}

/** The secrets of a pool. Cognito signs the two kinds of tokens with a key each. */
export interface PoolKeys {
  readonly id: readonly SigningKey[];
  readonly access: readonly SigningKey[];
  /** Seals what clients carry between the steps of a sign-in; 32 bytes in base64. */
  readonly challengeKey: string;
}

/** Where a client or a domain is: both are told apart in the whole installation, and calls by them name nothing else. */
export interface PoolPlace {
  readonly scope: Scope;
  readonly poolId: string;
}

/** Ids begin with the pool's. */
export const userPools = defineKind<UserPool>('UserPool');
export const appClients = defineSealedKind<AppClient>('UserPoolClient');
export const poolDomains = defineKind<PoolDomain>('UserPoolDomain');
export const poolUsers = defineKind<PoolUser>('PoolUser');
/** How many users a pool has. */
export const userCounts = defineKind<number>('PoolUserCount');
export const userAliases = defineKind<string>('PoolUserAlias');
export const userCredentials = defineSealedKind<UserCredentials>('PoolUserCredentials');
export const signInFailures = defineKind<SignInFailures>('PoolSignInFailures');
export const sentCodes = defineSealedKind<SentCode>('PoolSentCode');
export const sessions = defineKind<Session>('PoolSession');
export const poolGroups = defineKind<PoolGroup>('PoolGroup');
/** Ids are pool, group, user; and pool, user, group. */
export const groupMembers = defineKind<string>('PoolGroupMember');
export const userGroups = defineKind<string>('PoolUserGroup');
export const resourceServers = defineKind<ResourceServer>('PoolResourceServer');
export const poolKeys = defineSealedKind<PoolKeys>('UserPoolKeys');

/** In the scope of the installation, by client id and by `REGION/DOMAIN`. */
export const clientPlaces = defineKind<PoolPlace>('UserPoolClientPlace');
export const domainPlaces = defineKind<PoolPlace>('UserPoolDomainPlace');
export const poolPlaces = defineKind<PoolPlace>('UserPoolPlace');

/** What clients and domains are claimed in. */
export const installation: Scope = { accountId: '-', region: '-' };
