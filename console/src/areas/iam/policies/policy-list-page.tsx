import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { mapped } from '../../../data/index.ts';
import { Page } from '../../../page/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { policies as texts } from '../../../texts/en/policies.ts';
import { policyPath, trailOf } from '../addresses.ts';
import { isAwsManaged, type Policy, usePolicies } from '../use-policies.ts';

/** All managed policies: the account's own, and AWS's. */
export default function PolicyListPage(): JSX.Element {
  const href = useHref();
  const [type, setType] = useQueryParam('type');
  const all = usePolicies();
  const policies = mapped(all, (list) => list.filter((policy) => type === '' || typeOf(policy) === type));
  const create = (
    <Button variant="primary" href={href('/iam/policies/create')}>
      {texts.create.title}
    </Button>
  );
  return (
    <Page title={texts.title} trail={trailOf()} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        description={
          <SpaceBetween size="s">
            {texts.hint}
            <SegmentedControl
              label={texts.type}
              selectedId={type === '' ? 'all' : type}
              onChange={({ detail }) => setType(detail.selectedId === 'all' ? '' : detail.selectedId)}
              options={[
                { id: 'all', text: texts.all },
                { id: 'customer', text: iam.policyTypes.customer },
                { id: 'aws', text: iam.policyTypes.aws },
              ]}
            />
          </SpaceBetween>
        }
        query={policies}
        columns={columns(href)}
        id={({ Arn = '' }) => Arn}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={create} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={iam.refresh} onClick={() => all.refetch()} />
            {create}
          </SpaceBetween>
        }
      />
    </Page>
  );
}

function typeOf({ Arn = '' }: Policy): 'aws' | 'customer' {
  return isAwsManaged(Arn) ? 'aws' : 'customer';
}

function columns(href: (path: string) => string): readonly Column<Policy>[] {
  const { columns: headers } = texts;
  return [
    {
      id: 'name',
      header: headers.name,
      value: ({ PolicyName }) => PolicyName,
      cell: ({ PolicyName = '', Arn = '' }) => <Link href={href(policyPath(Arn))}>{PolicyName}</Link>,
      isRowHeader: true,
      minWidth: 220,
    },
    { id: 'type', header: headers.type, value: (policy) => iam.policyTypes[typeOf(policy)], minWidth: 130 },
    { id: 'uses', header: headers.uses, value: ({ AttachmentCount }) => AttachmentCount },
    { id: 'path', header: iam.path, value: ({ Path }) => Path, isMinor: true },
    {
      id: 'updated',
      header: headers.updated,
      value: ({ UpdateDate }) => UpdateDate?.getTime(),
      cell: ({ UpdateDate }) => <Time date={UpdateDate} />,
      minWidth: 180,
    },
  ];
}
