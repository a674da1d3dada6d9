import { X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { LOCALHOST } from '../../http/testing/certificates.ts';
import { clientCertOf } from './client-cert.ts';

it('a client’s certificate is told as in the example of guide page http-api-develop-integrations-lambda', () => {
  // The values are what `openssl x509 -noout -subject -issuer -serial -dates` prints of this certificate.
  expect(clientCertOf(new X509Certificate(LOCALHOST.cert))).toEqual({
    clientCertPem: `${LOCALHOST.cert.trim()}\n`,
    subjectDN: 'CN=localhost',
    issuerDN: 'CN=localhost',
    serialNumber: '4a:ed:1a:82:c4:54:ff:8c:c1:60:dc:b9:12:f5:87:d6:5c:19:ab:78',
    validity: { notBefore: 'Nov 22 12:30:03 2026 GMT', notAfter: 'Oct 29 12:30:03 2126 GMT' },
  });
});
