import type { Input, Output } from '../../../aws/index.ts';
import { mapped, type Read, useAll, useCall } from '../../../data/index.ts';
import { useRegion } from '../../../routing/index.ts';
import { useSession } from '../../../session/index.ts';

export type ListedCertificate = NonNullable<Output<'acm', 'listCertificates'>['CertificateSummaryList']>[number];
export type Certificate = NonNullable<Output<'acm', 'describeCertificate'>['Certificate']>;

/** All there are: unless told otherwise, ACM lists those with RSA keys of up to 2048 bits alone. */
const ALL: Input<'acm', 'listCertificates'> = {
  MaxItems: 1000,
  Includes: {
    keyTypes: ['RSA_1024', 'RSA_2048', 'RSA_3072', 'RSA_4096', 'EC_prime256v1', 'EC_secp384r1', 'EC_secp521r1'],
  },
};

export function useCertificates(): Read<readonly ListedCertificate[]> {
  return useAll('acm', 'listCertificates', ALL, (page) => page.CertificateSummaryList);
}

/** @param refetchInterval in milliseconds, while something is waited for */
export function useCertificate(arn: string, refetchInterval?: number): Read<Certificate> {
  const options = { enabled: arn !== '', ...(refetchInterval !== undefined && { refetchInterval }) };
  return mapped(
    useCall('acm', 'describeCertificate', { CertificateArn: arn }, options),
    (found) => found.Certificate ?? {},
  );
}

/** The ARN of one of the user's own certificates in the region of the address. */
export function useCertificateArn(id: string): string {
  const region = useRegion();
  const account = useSession().signedIn?.identity.account ?? '';
  return `arn:aws:acm:${region}:${account}:certificate/${id}`;
}

/** The last part of an ARN, by which addresses of pages name a certificate. */
export function idOfArn(arn = ''): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
