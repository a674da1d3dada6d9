import { UpstreamError, type UpstreamFailure } from '../upstream.ts';

const CONNECT = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'EADDRNOTAVAIL',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
]);
const RESET = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED']);

/** Sorts a system, TLS or parser error into the reasons that a caller can act on. */
export function upstreamError(error: unknown): UpstreamError {
  if (error instanceof UpstreamError) return error;
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  return new UpstreamError(failureOf(code), message, { cause: error });
}

function failureOf(code: string): UpstreamFailure {
  if (CONNECT.has(code)) return 'connect';
  if (code === 'ETIMEDOUT') return 'timeout';
  if (code.startsWith('HPE_')) return 'protocol';
  if (RESET.has(code)) return 'reset';
  if (code.startsWith('ERR_TLS_') || code.startsWith('ERR_SSL_') || code === 'EPROTO' || isCertificateCode(code))
    return 'tls';
  return 'reset';
}

/** OpenSSL's verification errors, as `tls.TLSSocket` names them. */
function isCertificateCode(code: string): boolean {
  return /^(CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|INVALID_CA|HOSTNAME_MISMATCH|ERR_OSSL)/.test(code);
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
