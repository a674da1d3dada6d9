import { readClaim } from './claim.ts';
import type { CredentialScope, ExpectedScope } from './credential-scope.ts';
import type { PayloadKind } from './payload.ts';
import { type SignatureFailure, unknownKey } from './signature-failure.ts';
import type { SignedRequest, SigningSecret } from './signed-request.ts';
import type { SigningKeys } from './signing-keys.ts';
import { verifyClaim } from './verify-claim.ts';

/** A request that is signed by `credential`, or why it is not accepted as such. */
export type SignatureVerdict<Credential extends SigningSecret> =
  | {
      readonly ok: true;
      readonly credential: Credential;
      readonly scope: CredentialScope;
      readonly payload: PayloadKind;
    }
  | SignatureFailure;

export interface VerificationContext<Credential extends SigningSecret> {
  readonly credentials: { find(accessKeyId: string): Promise<Credential | undefined> };
  readonly keys: SigningKeys;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
  readonly expected?: ExpectedScope;
}

/** The whole check in one call, for a caller that has the body (or its hash) already. */
export async function verifySignature<Credential extends SigningSecret>(
  request: SignedRequest,
  bodySha256: string,
  context: VerificationContext<Credential>,
): Promise<SignatureVerdict<Credential>> {
  const claim = readClaim(request, context.nowMs, context.expected);
  if (!claim.ok) return claim;
  const credential = await context.credentials.find(claim.accessKeyId);
  if (!credential) return unknownKey;
  const failure = verifyClaim(claim, request, bodySha256, credential, context.keys);
  return failure ?? { ok: true, credential, scope: claim.scope, payload: claim.payload };
}
