import type { AccessRules } from '../../aws/index.ts';
import { certificateArn } from './documents.ts';

/**
 * What callers must be allowed to do (Service Authorization Reference, "Actions, resources, and condition keys for AWS
 * Certificate Manager"): the action of the operation's name, on the certificate that it names.
 */
export const acmAccess: AccessRules = ({ name }, { CertificateArn }, { scope }) => {
  // A certificate that is imported for the first time has no id yet.
  const unnamed = name === 'ImportCertificate' ? certificateArn(scope, '*') : '*';
  return [{ action: `acm:${name}`, resource: typeof CertificateArn === 'string' ? CertificateArn : unnamed }];
};
