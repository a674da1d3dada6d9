import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { JSX } from 'react';
import { CopyText } from '../../../parts/copy-text.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { Time } from '../../../parts/time.tsx';
import { pools } from '../../../texts/en/pools.ts';
import { EnabledState } from './enabled-state.tsx';
import type { PoolUser } from './use-users.ts';

const texts = pools.users;

export function UserDetails({ user }: { readonly user: PoolUser }): JSX.Element {
  const { Username = '', UserAttributes = [], UserStatus = '', Enabled = false } = user;
  const sub = UserAttributes.find(({ Name }) => Name === 'sub')?.Value ?? '';
  const { columns: labels } = texts;
  return (
    <Container header={<Header variant="h2">{texts.user.details}</Header>}>
      <KeyValues
        pairs={[
          [labels.name, <CopyText key="name" text={Username} />],
          [texts.user.sub, <CopyText key="sub" text={sub} />],
          [labels.status, texts.statuses[UserStatus] ?? UserStatus],
          [labels.enabled, <EnabledState key="enabled" isEnabled={Enabled} />],
          [labels.created, <Time key="created" date={user.UserCreateDate} />],
          [texts.user.modified, <Time key="modified" date={user.UserLastModifiedDate} />],
        ]}
      />
    </Container>
  );
}
