import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { JSX } from 'react';
import { CopyText } from '../../../parts/copy-text.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { Time } from '../../../parts/time.tsx';
import { iam } from '../../../texts/en/iam.ts';
import { policies as texts } from '../../../texts/en/policies.ts';
import { isAwsManaged } from '../use-policies.ts';
import type { PolicyDetails } from './use-policy.ts';

/** What a policy is, at a glance. */
export function PolicySummary({ policy }: { readonly policy: PolicyDetails }): JSX.Element {
  const { Arn = '', Description, CreateDate, UpdateDate, DefaultVersionId } = policy;
  return (
    <Container header={<Header variant="h2">{iam.summary}</Header>}>
      <KeyValues
        columns={4}
        long={[
          [iam.arn, <CopyText key="arn" text={Arn} />],
          [texts.create.description, Description],
        ]}
        pairs={[
          [texts.columns.type, iam.policyTypes[isAwsManaged(Arn) ? 'aws' : 'customer']],
          [texts.defaultVersion, DefaultVersionId],
          [iam.created, <Time key="created" date={CreateDate} />],
          [texts.columns.updated, <Time key="updated" date={UpdateDate} />],
        ]}
      />
    </Container>
  );
}
