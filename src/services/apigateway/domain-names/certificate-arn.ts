import type { DomainName, Scope } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';

/**
 * Checks the ACM ARNs of a domain name: an edge-optimized endpoint wants its certificate in us-east-1, any other in its own
 * region (guide page how-to-custom-domains-prerequisites). Whether the certificate exists is not looked at.
 * @throws {ServiceError} 400 with AWS's texts (reported by users of AWS)
 */
export function checkCertificateArns(domain: DomainName, scope: Scope): void {
  const isEdge = domain.endpointConfiguration.types.includes('EDGE');
  checkArn(domain.certificateArn, isEdge ? 'us-east-1' : scope.region, scope);
  checkArn(domain.regionalCertificateArn, scope.region, scope);
  const verification = domain.ownershipVerificationCertificateArn;
  checkArn(verification, scope.region, scope);
  if (verification !== undefined && domain.mutualTlsAuthentication === undefined) {
    throw badRequest('An ownership verification certificate is only supported with mutual TLS authentication.');
  }
}

function checkArn(arn: string | undefined, wanted: string, { accountId }: Scope): void {
  if (arn === undefined) return;
  const [, region, owner] = /^arn:[\w-]+:acm:([\w-]+):(\d{12}):certificate\/[\w-]+$/.exec(arn) ?? [];
  if (region === undefined) throw badRequest(`Invalid certificate ARN: ${arn}`);
  if (region !== wanted) throw badRequest(`Invalid certificate ARN: ${arn}. Certificate must be in '${wanted}'.`);
  if (owner !== accountId) {
    // As it is reported: amplify-education/serverless-domain-manager issue 571.
    throw badRequest(`Invalid certificate ARN: ${arn}. Cross-account certificate references are not allowed.`);
  }
}
