import type { AccessRules } from '../../aws/index.ts';

/**
 * What callers must be allowed to do (Service Authorization Reference, "Actions, resources, and condition keys for AWS
 * Certificate Manager"): the action of the operation's name, on the certificate that it names.
 */
export const acmAccess: AccessRules = ({ name }, { CertificateArn }) => [
  { action: `acm:${name}`, resource: typeof CertificateArn === 'string' ? CertificateArn : '*' },
];
