/**
 * Why a request is not accepted as signed. What each kind is called on the wire depends on the protocol; the texts are
 * AWS's (fact D107; the parameter texts and their order as recorded on DynamoDB by the dynalite project).
 */
export interface SignatureFailure {
  readonly ok: false;
  readonly kind: SignatureFailureKind;
  readonly message: string;
}

/**
 * `missing`: nothing is signed. `incomplete`: the signature's parameters cannot be read. `unknown-key`: nobody has such a
 * key (or the session token is wrong). `expired`: the session token was good once. `mismatch`: it was signed by another secret, for another request, at another time
 * or for another scope.
 */
export type SignatureFailureKind = 'missing' | 'incomplete' | 'unknown-key' | 'expired' | 'mismatch';

export const missingSignature: SignatureFailure = {
  ok: false,
  kind: 'missing',
  message: 'Missing Authentication Token',
};

export const unknownKey: SignatureFailure = {
  ok: false,
  kind: 'unknown-key',
  message: 'The security token included in the request is invalid.',
};

export const expiredToken: SignatureFailure = {
  ok: false,
  kind: 'expired',
  message: 'The security token included in the request is expired',
};

export const wrongSignature: SignatureFailure = {
  ok: false,
  kind: 'mismatch',
  message:
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
};

export function incomplete(message: string): SignatureFailure {
  return { ok: false, kind: 'incomplete', message };
}

export function mismatch(message: string): SignatureFailure {
  return { ok: false, kind: 'mismatch', message };
}
