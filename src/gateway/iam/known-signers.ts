import { createHash } from 'node:crypto';
import { type CompiledPolicies, compilePolicies } from '../../policy/index.ts';
import type { CredentialScope } from '../../sigv4/index.ts';
import { CallerCredentials } from './caller-credentials.ts';
import type { CredentialDirectory, Signer } from './credential-directory.ts';
import { IAM_LIMITS } from './limits.ts';

/** A signer with policies that are ready to be asked. */
export interface KnownSigner extends CompiledPolicies {
  readonly signingKey: Buffer;
  readonly sessionToken: string | undefined;
  readonly principal: Signer['principal'];
}

interface Entry {
  readonly signer: Promise<KnownSigner | undefined>;
  readonly expiresAtMs: number;
}

/**
 * The signers that a worker has met. They are forgotten when anything changes about anybody, and asked for again after a
 * while in any case; those whom nobody knows are remembered, too, so that made-up keys cost the control process little.
 */
export class KnownSigners {
  /** For calls that integrations make as signers. */
  readonly credentials: CallerCredentials;
  readonly #directory: CredentialDirectory;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();

  constructor(directory: CredentialDirectory, now: () => number) {
    this.credentials = new CallerCredentials(directory, now);
    this.#directory = directory;
    this.#now = now;
  }

  /** Rejects when the directory cannot be asked. */
  find(
    accessKeyId: string,
    scope: CredentialScope,
    sessionToken: string | undefined,
  ): Promise<KnownSigner | undefined> {
    const id = `${accessKeyId}/${scope.date}/${scope.region}/${sessionToken === undefined ? '' : hashOf(sessionToken)}`;
    const known = this.#entries.get(id);
    if (known !== undefined && known.expiresAtMs > this.#now()) return known.signer;
    const signer = this.#directory.findSigner(accessKeyId, scope, sessionToken).then((found) => found && ready(found));
    const entry = { signer, expiresAtMs: this.#now() + IAM_LIMITS.signerKnownMs };
    this.#entries.delete(id);
    this.#entries.set(id, entry);
    signer.catch(() => {
      if (this.#entries.get(id) === entry) this.#entries.delete(id);
    });
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > IAM_LIMITS.knownSigners && !oldest.done) this.#entries.delete(oldest.value);
    return signer;
  }

  /** Asks anew for everybody from now on. */
  forget(): void {
    this.#entries.clear();
    this.credentials.forget();
  }
}

/** A token is long, and anybody can send one. */
function hashOf(sessionToken: string): string {
  return createHash('sha256').update(sessionToken).digest('base64');
}

/** @throws {PolicySyntaxError} */
function ready({ signingKey, sessionToken, principal, policies }: Signer): KnownSigner {
  return { signingKey: Buffer.from(signingKey), sessionToken, principal, ...compilePolicies(policies) };
}
