import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { useSession } from '../../../session/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { account } from '../../../texts/en/iam-account.ts';
import { trailOf } from '../addresses.ts';
import { AccessKeys } from '../keys/access-keys.tsx';
import { ChangePassword } from './change-password.tsx';
import { userNameOf } from './user-name.ts';

const texts = account.credentials;

/** What whoever is signed in signs in with. */
export default function CredentialsPage(): JSX.Element {
  const identity = useSession().signedIn?.identity;
  const arn = identity?.arn ?? '';
  const userName = userNameOf(arn);
  return (
    <Page title={texts.title} trail={trailOf()}>
      <SpaceBetween size="l">
        <Container header={<Header variant="h2">{texts.who}</Header>}>
          <KeyValues
            pairs={[
              [iam.arn, <CopyText key="arn" text={arn} />],
              [account.alias.id, <CopyText key="account" text={identity?.account ?? ''} />],
            ]}
          />
        </Container>
        {userName === undefined ? (
          <Alert header={texts.notUser}>{arn.endsWith(':root') ? texts.root : texts.role}</Alert>
        ) : (
          <SpaceBetween size="l">
            <ChangePassword />
            <AccessKeys userName={userName} />
          </SpaceBetween>
        )}
      </SpaceBetween>
    </Page>
  );
}
