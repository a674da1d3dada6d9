import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useCall } from '../../../data/index.ts';
import { KeyValues } from '../../../parts/key-values.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { useHref } from '../../../routing/index.ts';
import { account } from '../../../texts/en/iam-account.ts';

const texts = account.summary;
const COUNTS = [
  ['Users', '/iam/users'],
  ['Groups', '/iam/groups'],
  ['Roles', '/iam/roles'],
  ['Policies', '/iam/policies?type=customer'],
  ['Providers', '/iam/identity-providers'],
] as const;
const LIMITS = Object.keys(texts.limits) as (keyof typeof texts.limits)[];

/** How much of everything there is, and how much there can be. */
export function AccountSummary(): JSX.Element {
  const href = useHref();
  const summary = useCall('iam', 'getAccountSummary', {});
  return (
    <QueryState query={summary}>
      {({ SummaryMap = {} }) => (
        <SpaceBetween size="l">
          <Container header={<Header variant="h2">{texts.title}</Header>}>
            <KeyValues
              columns={3}
              pairs={COUNTS.map(([name, path]) => [
                texts.counts[name],
                <Link
                  key={name}
                  href={href(path)}
                  fontSize="heading-l"
                  ariaLabel={texts.of(SummaryMap[name] ?? 0, texts.counts[name])}
                >
                  {SummaryMap[name] ?? 0}
                </Link>,
              ])}
            />
          </Container>
          <Container header={<Header variant="h2">{texts.quotas}</Header>}>
            <KeyValues pairs={LIMITS.map((name) => [texts.limits[name], SummaryMap[name]?.toLocaleString('en')])} />
          </Container>
        </SpaceBetween>
      )}
    </QueryState>
  );
}
