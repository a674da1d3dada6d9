import type { AcmeClient } from './client.ts';
import { macJws } from './jws.ts';
import { AcmeError } from './problem.ts';

/** Who asks for certificates, and on which conditions. */
export interface AccountTerms {
  /** An e-mail address that the authority may write to. */
  readonly contact?: string;
  /** Whether the operator has agreed to whatever terms the authority has. */
  readonly termsAgreed: boolean;
  /** Ties the account to one that the operator has with the authority otherwise (RFC 8555 section 7.3.4). */
  readonly externalAccount?: {
    readonly keyId: string;
    /** As the authority gives it out: base64url. */
    readonly hmacKey: string;
  };
}

/**
 * Makes the account of this client's key, or finds it when there is one already (RFC 8555 section 7.3).
 * @returns its URL, which signs every later request
 * @throws {AcmeError}
 */
export async function openAccount(client: AcmeClient, terms: AccountTerms): Promise<string> {
  const { directory, jwk } = client;
  const { contact, termsAgreed, externalAccount } = terms;
  if (directory.termsOfService !== undefined && !termsAgreed)
    throw new AcmeError(`The certificate authority wants you to agree to its terms: ${directory.termsOfService}`);
  if (directory.needsExternalAccount && externalAccount === undefined)
    throw new AcmeError('The certificate authority wants an account that exists already (external account binding).');
  const url = directory.newAccount;
  const { location } = await client.post(url, undefined, {
    ...(termsAgreed && { termsOfServiceAgreed: true }),
    ...(contact !== undefined && { contact: [`mailto:${contact}`] }),
    ...(externalAccount !== undefined && {
      externalAccountBinding: macJws(
        Buffer.from(externalAccount.hmacKey, 'base64url'),
        { kid: externalAccount.keyId, url },
        jwk,
      ),
    }),
  });
  if (location === undefined) throw new AcmeError(`${url} made an account without saying where it is.`);
  return location;
}
