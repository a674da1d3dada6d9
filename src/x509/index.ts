/**
 * Making X.509 certificates and what they are made of. It takes a library of several megabytes along, so whoever seldom
 * needs it imports this door when the need is there.
 */
export { issueClientIdentity } from './client-identity.ts';
export { cryptoKeys, newPrivateKey, SIGNING } from './keys.ts';
export {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  DecodedCertificate,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Pkcs10CertificateRequest,
  Pkcs10CertificateRequestGenerator,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from './library.ts';
export { type AddressRange, ipv4Range, nameConstraints } from './name-constraints.ts';
