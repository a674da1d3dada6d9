import type { RequestAddress } from '../gateway.ts';

/** A stage that a request is for, whether or not it exists. */
export interface Address extends RequestAddress {
  readonly apiId: string;
  /** The first segment below the API; empty when the request ends before it. */
  readonly stageName: string;
}

/**
 * `malformed`: it cannot be told safely what is meant. `nobody`: neither host nor path names an API. `forbidden`: a custom
 * domain name leads nowhere from here (fact D150), or does not let this client in. `health`: an answer of the domain itself.
 */
export type AddressProblem = 'malformed' | 'nobody' | 'forbidden' | 'health';
