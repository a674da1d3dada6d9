import { describe, expect, it } from 'vitest';
import { EXPIRED, LOCALHOST, OTHER_HOST, WILDCARD } from '../testing/certificates.ts';
import { CertificateError, readCertificate } from './certificate.ts';

describe('reading a certificate', () => {
  it('gives its names and its life, as openssl x509 shows them', () => {
    const certificate = readCertificate({ certificate: WILDCARD.cert, privateKey: WILDCARD.key });
    expect(certificate.names).toEqual(['*.wild.example', '127.0.0.1', '::1']);
    const expired = readCertificate({ certificate: EXPIRED.cert, privateKey: EXPIRED.key });
    expect(new Date(expired.notBeforeMs).toISOString()).toBe('2026-11-22T12:30:29.000Z');
    expect(new Date(expired.notAfterMs).toISOString()).toBe('2026-11-21T12:30:29.000Z');
  });

  it('takes a chain, the own certificate first', () => {
    const chain = `${LOCALHOST.cert}\n${OTHER_HOST.cert}`;
    expect(readCertificate({ certificate: chain, privateKey: LOCALHOST.key }).names).toEqual(['localhost']);
    expect(() => readCertificate({ certificate: chain, privateKey: OTHER_HOST.key })).toThrow(
      'The private key does not belong to the first certificate, which is for DNS:localhost.',
    );
  });

  it.each([
    ['an empty certificate', '', LOCALHOST.key, /^The certificate cannot be read/],
    ['half a certificate', LOCALHOST.cert.slice(0, 300), LOCALHOST.key, /^The certificate cannot be read/],
    ['an empty key', LOCALHOST.cert, '', /^The private key cannot be read/],
    ['a certificate for a key', LOCALHOST.cert, LOCALHOST.cert, /^The private key cannot be read/],
    [
      'a broken chain',
      `${LOCALHOST.cert}\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`,
      LOCALHOST.key,
      /^The certificate chain cannot be read/,
    ],
  ])('refuses %s', (_name, certificate, privateKey, message) => {
    expect(() => readCertificate({ certificate, privateKey })).toThrow(CertificateError);
    expect(() => readCertificate({ certificate, privateKey })).toThrow(message);
  });
});
