import { ACM } from '@aws-sdk/client-acm';
import { issue } from '../../../../src/services/acm/testing/certificates.ts';
import { known } from '../../../support/sdk.ts';
import type { Clients } from './clients.ts';

/** What stands beside APIs: keys, plans, certificates, domain names, VPC links. */
export async function fillGateway({ apis, options }: Clients, apiId: string): Promise<Record<string, string>> {
  const tags = { team: 'classified' };
  const key = await apis.createApiKey({ name: 'classified-key', description: 'classified', enabled: true, tags });
  const plan = await apis.createUsagePlan({
    name: 'classified-plan',
    tags,
    description: 'classified plan',
    apiStages: [{ apiId, stage: 'walked' }],
    throttle: { rateLimit: 5, burstLimit: 5 },
    quota: { limit: 100, period: 'DAY' },
  });
  await apis.createUsagePlanKey({ usagePlanId: known(plan.id), keyId: known(key.id), keyType: 'API_KEY' });
  const certificate = await apis.generateClientCertificate({ description: 'classified client certificate' });
  const link = await apis.createVpcLink({
    name: 'classified-link',
    tags,
    description: 'classified link',
    targetArns: ['arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/net/classified/1'],
  });
  const identity = await issue('walked.example', Date.now());
  const bytes = (pem: string): Uint8Array => new TextEncoder().encode(pem);
  const { CertificateArn = '' } = await new ACM(options).importCertificate({
    Certificate: bytes(identity.certificate),
    PrivateKey: bytes(identity.privateKey),
    CertificateChain: bytes(identity.authority),
    Tags: [{ Key: 'team', Value: 'classified' }],
  });
  await apis.createDomainName({
    domainName: 'walked.example',
    regionalCertificateArn: CertificateArn,
    endpointConfiguration: { types: ['REGIONAL'] },
    tags,
  });
  await apis.createBasePathMapping({ domainName: 'walked.example', restApiId: apiId, stage: 'walked', basePath: 'v1' });
  return {
    keyId: known(key.id),
    planId: known(plan.id),
    usagePlanId: known(plan.id),
    clientCertificateId: known(certificate.clientCertificateId),
    vpcLinkId: known(link.id),
    certificateId: CertificateArn.slice(CertificateArn.lastIndexOf('/') + 1),
    domainName: 'walked.example',
  };
}
