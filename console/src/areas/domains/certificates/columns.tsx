import Link from '@cloudscape-design/components/link';
import type { Column } from '../../../parts/paged-table.tsx';
import { certificates as texts } from '../../../texts/en/certificates.ts';
import { CertificateStatus } from './certificate-status.tsx';
import { DaysLeft } from './expiry.tsx';
import { idOfArn, type ListedCertificate } from './use-certificates.ts';

export function certificateColumns(href: (path: string) => string): readonly Column<ListedCertificate>[] {
  const { columns: headers } = texts;
  return [
    {
      id: 'id',
      header: headers.id,
      value: ({ CertificateArn }) => idOfArn(CertificateArn),
      cell: ({ CertificateArn }) => {
        const id = idOfArn(CertificateArn);
        return <Link href={href(`/certificates/${id}`)}>{id}</Link>;
      },
      isRowHeader: true,
      minWidth: 180,
    },
    {
      id: 'domain',
      header: headers.domain,
      value: ({ SubjectAlternativeNameSummaries = [], DomainName }) =>
        [...new Set([DomainName, ...SubjectAlternativeNameSummaries])].join(', '),
      minWidth: 150,
    },
    {
      id: 'status',
      header: headers.status,
      value: ({ Status = '' }) => texts.statuses[Status] ?? Status,
      cell: ({ Status }) => <CertificateStatus status={Status} />,
      minWidth: 165,
    },
    {
      id: 'type',
      header: headers.type,
      value: ({ Type = '' }) => texts.types[Type] ?? Type,
      minWidth: 120,
      isMinor: true,
    },
    {
      id: 'inUse',
      header: headers.inUse,
      value: ({ InUse }) => (InUse ? texts.yes : texts.no),
      minWidth: 100,
      isMinor: true,
    },
    {
      id: 'expires',
      header: headers.expires,
      value: ({ NotAfter }) => NotAfter?.getTime(),
      cell: ({ NotAfter }) => <DaysLeft date={NotAfter} />,
      minWidth: 150,
    },
  ];
}
