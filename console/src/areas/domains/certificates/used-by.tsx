import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Table from '@cloudscape-design/components/table';
import type { JSX } from 'react';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { useHref } from '../../../routing/index.ts';
import { certificates } from '../../../texts/en/certificates.ts';
import { domainPath } from '../domain-path.ts';
import type { Certificate } from './use-certificates.ts';

const texts = certificates.usedBy;

/** What shows a certificate to clients. */
export function UsedBy({ certificate: { InUseBy = [] } }: { readonly certificate: Certificate }): JSX.Element {
  const href = useHref();
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${InUseBy.length})`}>
          {texts.title}
        </Header>
      }
      items={InUseBy}
      trackBy={(arn) => arn}
      ariaLabels={{ tableLabel: texts.title }}
      empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
      columnDefinitions={[
        {
          id: 'name',
          header: texts.column,
          isRowHeader: true,
          cell: (arn) => {
            // `arn:aws:apigateway:REGION::/domainnames/NAME`, of a private one `...NAME+ID`.
            const [domainName = arn, domainNameId] = arn.slice(arn.lastIndexOf('/') + 1).split('+');
            return <Link href={href(domainPath({ domainName, domainNameId }))}>{domainName}</Link>;
          },
        },
      ]}
    />
  );
}
