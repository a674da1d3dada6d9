import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import type { Output } from '../../../aws/index.ts';
import { useCall } from '../../../data/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { useSession } from '../../../session/index.ts';
import { settings } from '../../../texts/en/settings.ts';
import { LoggingForm } from './logging-form.tsx';

const texts = settings.account;

/** The account's own settings, and what holds for it by default. */
export function AccountTab(): JSX.Element {
  const account = useCall('apigateway', 'getAccount', {});
  return (
    <QueryState query={account}>
      {(data) => (
        <SpaceBetween size="l">
          <LoggingForm saved={data.cloudwatchRoleArn ?? ''} />
          <Throttling account={data} />
          <Details account={data} />
        </SpaceBetween>
      )}
    </QueryState>
  );
}

interface Props {
  readonly account: Output<'apigateway', 'getAccount'>;
}

function Throttling({ account: { throttleSettings } }: Props): JSX.Element {
  const { rateLimit = 0, burstLimit = 0 } = throttleSettings ?? {};
  return (
    <Container
      header={
        <Header variant="h2" description={texts.throttlingHint}>
          {texts.throttling}
        </Header>
      }
    >
      <KeyValues
        columns={2}
        pairs={[
          [texts.rate, texts.rateValue(rateLimit)],
          [texts.burst, texts.burstValue(burstLimit)],
        ]}
      />
    </Container>
  );
}

function Details({ account: { features = [], apiKeyVersion } }: Props): JSX.Element {
  const id = useSession().signedIn?.identity.account ?? '';
  return (
    <Container header={<Header variant="h2">{texts.details}</Header>}>
      <KeyValues
        pairs={[
          [texts.id, <CopyText key="id" text={id} />],
          [texts.features, features.join(', ')],
          [texts.keyVersion, apiKeyVersion],
        ]}
      />
    </Container>
  );
}
