import { UpstreamError } from '../../upstream.ts';

/** How far a connection had come when it went. */
export interface Lost {
  readonly phase: 'connecting' | 'securing' | 'open' | 'closed';
  /** Why, when it was not closed in order. */
  readonly error: Error | undefined;
  /** We had shown a certificate, and got no answer since. */
  readonly showedCertificate: boolean;
}

/** What a call has come to that was on a connection which the other end closed, or which never came to be. */
export function failureOf({ phase, error, showedCertificate }: Lost): UpstreamError {
  const options = error === undefined ? undefined : { cause: error };
  // With TLS 1.3 the backend judges our certificate when the handshake is over for us.
  if (phase === 'securing' || isOfOpenSsl(error)) {
    const why = reasonOf(error) ?? 'The backend closed the connection.';
    return new UpstreamError('tls', `No TLS with the backend: ${why}${hint(showedCertificate, error)}`, options);
  }
  if (phase === 'connecting') {
    const why = error?.message ?? 'closed';
    return new UpstreamError('connect', `The backend could not be connected to: ${why}`, options);
  }
  const why = error?.message ?? 'no error';
  return new UpstreamError(
    'reset',
    `The backend closed the connection: ${why}${hint(showedCertificate, error)}`,
    options,
  );
}

/** Node's own TLS server, for one, refuses a certificate without a word. */
function hint(showedCertificate: boolean, error: Error | undefined): string {
  return showedCertificate && !isOfOpenSsl(error) ? ' (it may have refused the client certificate)' : '';
}

function isOfOpenSsl(error: Error | undefined): boolean {
  return /^ERR_(OSSL|SSL)_/.test((error as NodeJS.ErrnoException | undefined)?.code ?? '');
}

/** OpenSSL's messages name its source files; its reasons are for people. */
function reasonOf(error: (Error & { readonly reason?: string }) | undefined): string | undefined {
  return error?.reason ?? error?.message;
}
