/**
 * AWS Certificate Manager (`acm`, 2015-12-08): certificates that are imported, and those that an authority issues by ACME and
 * renews. Who shows them and who orders them is given in. Knows nothing of HTTP.
 */
export { acmAccess } from './access.ts';
export type { AcmContext, CertificateIssuer, CertificatePublisher } from './context.ts';
export { type AcmService, createAcmService, listIdentities, type RequestedCertificate } from './service.ts';
