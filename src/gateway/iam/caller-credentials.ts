import type { CallerKey, TemporaryCredentials } from '../../model/index.ts';
import type { MaybePromise } from '../method/outcome.ts';
import type { CredentialDirectory } from './credential-directory.ts';
import { IAM_LIMITS } from './limits.ts';

/** Nobody is there to act as; the message is for the operator. */
export class NoCallerError extends Error {
  constructor() {
    super('The integration acts as its caller (arn:aws:iam::*:user/*), and nobody with credentials calls.');
    this.name = 'NoCallerError';
  }
}

/**
 * Temporary credentials that act as callers, for integrations that call on as whoever calls them (fact D66). They are kept by
 * access key until shortly before they expire, and forgotten when anything changes about anybody.
 */
export class CallerCredentials {
  readonly #directory: CredentialDirectory;
  readonly #now: () => number;
  /** Credentials, or their promise while they are being issued. */
  readonly #known = new Map<string, MaybePromise<TemporaryCredentials>>();

  constructor(directory: CredentialDirectory, now: () => number) {
    this.#directory = directory;
    this.#now = now;
  }

  /**
   * At once where they are known.
   * @param caller whose signature has been found good; undefined for nobody
   * @throws {NoCallerError} also by its promise
   */
  of(caller: CallerKey | undefined): MaybePromise<TemporaryCredentials> {
    if (caller === undefined) throw new NoCallerError();
    const known = this.#known.get(caller.accessKeyId);
    if (known instanceof Promise) return known;
    if (known !== undefined && known.expiresAtMs - IAM_LIMITS.renewBeforeMs > this.#now()) return known;
    const issued = this.#issue(caller);
    this.#keep(caller.accessKeyId, issued);
    return issued;
  }

  /** Asks anew for everybody from now on. */
  forget(): void {
    this.#known.clear();
  }

  async #issue(caller: CallerKey): Promise<TemporaryCredentials> {
    const issued = await this.#directory.issueCredentials(caller);
    if (issued === undefined) throw new NoCallerError();
    return issued;
  }

  #keep(accessKeyId: string, issued: Promise<TemporaryCredentials>): void {
    this.#known.delete(accessKeyId);
    this.#known.set(accessKeyId, issued);
    const oldest = this.#known.keys().next();
    if (this.#known.size > IAM_LIMITS.knownSigners && !oldest.done) this.#known.delete(oldest.value);
    const isCurrent = (): boolean => this.#known.get(accessKeyId) === issued;
    issued.then(
      (credentials) => isCurrent() && this.#known.set(accessKeyId, credentials),
      // What failed is tried again by the next request.
      () => isCurrent() && this.#known.delete(accessKeyId),
    );
  }
}
