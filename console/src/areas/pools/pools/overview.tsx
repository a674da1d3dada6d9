import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX, ReactNode } from 'react';
import { CopyText } from '../../../parts/copy-text.tsx';
import { ErrorAlert } from '../../../parts/error-alert.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { Time } from '../../../parts/time.tsx';
import { pools } from '../../../texts/en/pools.ts';
import { useIssuer } from './use-issuer.ts';
import type { UserPool } from './use-pools.ts';

const texts = pools.overview;

/** What authorizers and applications want to know of a pool, to copy. */
export function Overview({ pool }: { readonly pool: UserPool }): JSX.Element {
  const { Id = '', Arn = '', EstimatedNumberOfUsers = 0, CreationDate } = pool;
  const issuer = useIssuer(Id);
  const copy = (text: string | undefined): ReactNode => text && <CopyText text={text} />;
  return (
    <Container
      header={
        <Header variant="h2" description={texts.description}>
          {texts.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <KeyValues
          columns={2}
          pairs={[
            [texts.id, copy(Id)],
            [texts.arn, copy(Arn)],
            [texts.issuer, copy(issuer.data?.issuer)],
            [texts.keys, copy(issuer.data?.jwks_uri)],
            [texts.users, EstimatedNumberOfUsers.toLocaleString('en')],
            [texts.created, <Time key="created" date={CreationDate} />],
          ]}
        />
        {issuer.error && <ErrorAlert error={issuer.error} retry={() => issuer.refetch()} />}
      </SpaceBetween>
    </Container>
  );
}
