import type { X509Certificate } from 'node:crypto';

/** `$context.identity.clientCert` (guide page api-gateway-mapping-template-reference; fact D156). */
export interface ClientCert {
  readonly clientCertPem: string;
  readonly subjectDN: string;
  readonly issuerDN: string;
  /** Bytes in hexadecimal digits, with colons between them. */
  readonly serialNumber: string;
  /** Such as `May 28 12:30:02 2019 GMT`. */
  readonly validity: { readonly notBefore: string; readonly notAfter: string };
}

export function clientCertOf(certificate: X509Certificate): ClientCert {
  const { subject, issuer, serialNumber, validFrom, validTo } = certificate;
  return {
    clientCertPem: certificate.toString(),
    subjectDN: oneLine(subject),
    issuerDN: oneLine(issuer),
    serialNumber: serialNumber.toLowerCase().replace(/(?<=.)(?=(?:..)+$)/g, ':'),
    validity: { notBefore: validFrom, notAfter: validTo },
  };
}

/** Node puts every part of a name on a line of its own. */
function oneLine(name: string): string {
  return name.split('\n').join(',');
}
