import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { JSX } from 'react';
import { CopyText } from '../../../parts/copy-text.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { Time } from '../../../parts/time.tsx';
import { iam } from '../../../texts/en/iam.ts';
import { type User, useLoginProfile } from './use-user.ts';

const texts = iam.users.summary;

/** What a user is, at a glance. */
export function UserSummary({ user }: { readonly user: User }): JSX.Element {
  const { UserName = '', Arn = '', UserId, Path, CreateDate, PasswordLastUsed } = user;
  const profile = useLoginProfile(UserName);
  return (
    <Container header={<Header variant="h2">{iam.summary}</Header>}>
      <KeyValues
        long={[[iam.arn, <CopyText key="arn" text={Arn} />]]}
        pairs={[
          [texts.console, profile.data && (profile.data === 'none' ? texts.disabled : texts.enabled)],
          [texts.signedIn, <Time key="signed-in" date={PasswordLastUsed} />],
          [texts.id, UserId],
          [iam.path, Path],
          [iam.created, <Time key="created" date={CreateDate} />],
        ]}
      />
    </Container>
  );
}
