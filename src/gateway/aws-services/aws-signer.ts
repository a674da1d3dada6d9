import type { UpstreamClient } from '../../http/index.ts';
import type { AwsAccess, AwsCredentials, TemporaryCredentials } from '../../model/index.ts';
import { createSigningKeys, type SignedRequest, sha256Hex, signRequest } from '../../sigv4/index.ts';
import type { MaybePromise } from '../method/outcome.ts';
import { assumeRole } from './role-credentials.ts';
import { ownEndpoint, type ServiceEndpoint, serviceEndpoint } from './service-endpoint.ts';

/** What an `AwsSigner` needs from the process that it runs in. */
export interface SignerEnvironment {
  /** Asked when the first integration needs it: a worker is told after it has loaded. */
  awsAccess(): AwsAccess;
  readonly upstream: UpstreamClient;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Nothing that a request to AWS could be signed with; the message is for the operator. */
export class NoCredentialsError extends Error {
  constructor() {
    super(
      'There are no credentials for AWS services: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the same with SALLYPORT_ before it.',
    );
    this.name = 'NoCredentialsError';
  }
}

/** A role's credentials are renewed so long before they expire. */
const RENEW_BEFORE_MS = 5 * 60_000;
/** Roles whose credentials are kept; of more, the one assumed first goes. */
const MAX_ROLES = 1_000;

/**
 * Signs the calls that integrations make to AWS services, with the credentials of an integration's role where roles can be
 * assumed, else with the operator's own. One for all stages of a gateway: it keeps signing keys and roles' credentials.
 */
export class AwsSigner {
  readonly #environment: SignerEnvironment;
  readonly #keys = createSigningKeys();
  /** Credentials, or their promise while they are being fetched. */
  readonly #roles = new Map<string, MaybePromise<TemporaryCredentials>>();

  constructor(environment: SignerEnvironment) {
    this.#environment = environment;
  }

  get access(): AwsAccess {
    return this.#environment.awsAccess();
  }

  /**
   * Signs a request as it will be sent, at once where its credentials are known.
   * @param body is not looked at any more when this has returned
   * @returns the header fields to send besides; rejects as the credentials' promise does
   */
  sign(
    request: SignedRequest,
    body: Uint8Array,
    endpoint: ServiceEndpoint,
    credentials: MaybePromise<AwsCredentials>,
  ): MaybePromise<string[]> {
    const bodyHash = sha256Hex(body);
    const signedWith = (known: AwsCredentials): string[] => {
      const { signingRegion: region, signingName: service } = endpoint;
      return signRequest(request, bodyHash, { region, service, nowMs: this.#environment.now() }, known, this.#keys);
    };
    return credentials instanceof Promise ? credentials.then(signedWith) : signedWith(credentials);
  }

  /**
   * The credentials of an integration's role, or the operator's own.
   * @param roleArn undefined for the operator's own
   * @throws {AssumeRoleError} by its promise
   * @throws {NoCredentialsError}
   */
  credentials(endpoint: ServiceEndpoint, roleArn: string | undefined): MaybePromise<AwsCredentials> {
    const { credentials } = this.access;
    if (credentials === undefined) throw new NoCredentialsError();
    const sts = ownEndpoint(this.access, 'sts');
    // A substitute for one service, without one for STS, knows no roles: whoever set it up signs for himself.
    if (roleArn === undefined || (endpoint.isOwn && sts === undefined)) return credentials;
    return this.#roleCredentials(roleArn, endpoint, credentials);
  }

  /** Of requests that come together one assumes the role, and the others wait for it. */
  #roleCredentials(
    roleArn: string,
    { signingRegion }: ServiceEndpoint,
    credentials: AwsCredentials,
  ): MaybePromise<TemporaryCredentials> {
    const { now, upstream } = this.#environment;
    const known = this.#roles.get(roleArn);
    if (known instanceof Promise || (known !== undefined && known.expiresAtMs - RENEW_BEFORE_MS > now())) return known;
    const assumed = assumeRole(roleArn, {
      upstream,
      keys: this.#keys,
      now,
      endpoint: this.#stsUrl(roleArn, signingRegion),
      region: signingRegion,
      credentials,
    });
    this.#keep(roleArn, assumed);
    return assumed;
  }

  /** Where a role is assumed: in its own partition, near the service. */
  #stsUrl(roleArn: string, region: string): string {
    const [, partition = 'aws'] = roleArn.split(':');
    const uri = { partition, region, service: 'sts', subdomain: undefined, kind: 'action', target: '' } as const;
    return serviceEndpoint(uri, this.access).url;
  }

  #keep(roleArn: string, assumed: Promise<TemporaryCredentials>): void {
    this.#roles.delete(roleArn);
    this.#roles.set(roleArn, assumed);
    const oldest = this.#roles.keys().next();
    if (this.#roles.size > MAX_ROLES && !oldest.done) this.#roles.delete(oldest.value);
    const isCurrent = (): boolean => this.#roles.get(roleArn) === assumed;
    assumed.then(
      (credentials) => isCurrent() && this.#roles.set(roleArn, credentials),
      // What failed is tried again by the next request.
      () => isCurrent() && this.#roles.delete(roleArn),
    );
  }
}
