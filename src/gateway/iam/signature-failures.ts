import type { SignatureFailure, SignatureFailureKind } from '../../sigv4/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';

/** The gateway response and exception of each (features A18, fact D107). */
const FAILURES: Readonly<Record<SignatureFailureKind, Pick<GatewayFailure, 'type' | 'errorType'>>> = {
  missing: { type: 'MISSING_AUTHENTICATION_TOKEN' },
  incomplete: { type: 'INVALID_SIGNATURE', errorType: 'IncompleteSignatureException' },
  'unknown-key': { type: 'INVALID_SIGNATURE', errorType: 'UnrecognizedClientException' },
  expired: { type: 'EXPIRED_TOKEN' },
  mismatch: { type: 'INVALID_SIGNATURE' },
};

export function signatureFailure({ kind, message }: SignatureFailure): GatewayFailure {
  return { kind: 'failure', ...FAILURES[kind], message };
}
