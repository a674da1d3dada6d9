import type { JSX } from 'react';
import { mapped } from '../../../data/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { iam } from '../../../texts/en/iam.ts';
import { isAwsManaged, type Policy, usePolicies } from '../use-policies.ts';

const texts = iam.permissions.choice;

interface Props {
  readonly title: string;
  /** ARNs. */
  readonly chosen: readonly string[];
  /** ARNs of those that are not offered. */
  readonly without?: readonly string[];
  onChange(arns: readonly string[]): void;
}

/** Some of the managed policies. */
export function PolicyChoice({ title, chosen, without = [], onChange }: Props): JSX.Element {
  const policies = mapped(usePolicies(), (all) => all.filter(({ Arn = '' }) => !without.includes(Arn)));
  return (
    <PagedTable
      title={title}
      query={policies}
      columns={COLUMNS}
      id={({ Arn = '' }) => Arn}
      pageSize={8}
      searchParameter="policies"
      empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
      selectionType="multi"
      selected={policies.data?.filter(({ Arn = '' }) => chosen.includes(Arn)) ?? []}
      onSelect={(selected) => onChange(selected.map(({ Arn = '' }) => Arn))}
    />
  );
}

const COLUMNS: readonly Column<Policy>[] = [
  {
    id: 'name',
    header: texts.columns.name,
    value: ({ PolicyName }) => PolicyName,
    isRowHeader: true,
    minWidth: 200,
  },
  {
    id: 'type',
    header: texts.columns.type,
    value: ({ Arn = '' }) => iam.policyTypes[isAwsManaged(Arn) ? 'aws' : 'customer'],
    minWidth: 150,
  },
  { id: 'uses', header: texts.columns.uses, value: ({ AttachmentCount }) => AttachmentCount, minWidth: 120 },
];
