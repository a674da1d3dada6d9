import Link from '@cloudscape-design/components/link';
import type { Column } from '../../../parts/paged-table.tsx';
import { domains as texts } from '../../../texts/en/domains.ts';
import { domainPath } from '../domain-path.ts';
import { DomainStatus } from './domain-status.tsx';
import { type DomainName, typesOf } from './use-domain-names.ts';

export function domainColumns(href: (path: string) => string): readonly Column<DomainName>[] {
  const { columns: headers, settings } = texts;
  return [
    {
      id: 'name',
      header: headers.name,
      value: ({ domainName }) => domainName,
      cell: (domain) => <Link href={href(domainPath(domain))}>{domain.domainName}</Link>,
      isRowHeader: true,
      minWidth: 200,
    },
    {
      id: 'type',
      header: headers.type,
      value: (domain) =>
        typesOf(domain)
          .map((type) => texts.types[type] ?? type)
          .join(', '),
      minWidth: 160,
    },
    {
      id: 'status',
      header: headers.status,
      value: ({ domainNameStatus }) => domainNameStatus,
      cell: (domain) => <DomainStatus domain={domain} />,
      minWidth: 120,
    },
    {
      id: 'routing',
      header: headers.routing,
      value: ({ routingMode = '' }) => settings.routingModes[routingMode] ?? routingMode,
      minWidth: 180,
    },
    {
      id: 'policy',
      header: headers.policy,
      value: ({ securityPolicy }) => securityPolicy,
      minWidth: 140,
      isMinor: true,
    },
    {
      id: 'mutualTls',
      header: headers.mutualTls,
      value: ({ mutualTlsAuthentication }) => (mutualTlsAuthentication ? texts.active : texts.inactive),
      minWidth: 110,
      isMinor: true,
    },
  ];
}
