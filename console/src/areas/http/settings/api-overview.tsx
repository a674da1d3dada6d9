import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { JSX } from 'react';
import { CopyText } from '../../../parts/copy-text.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { Time } from '../../../parts/time.tsx';
import { http } from '../../../texts/en/http.ts';
import type { HttpApi } from '../use-http-api.ts';

const texts = http.settings;

/** What nobody changes of an API. */
export function ApiOverview({ api }: { readonly api: HttpApi }): JSX.Element {
  const { ApiId = '', ApiEndpoint = '', CreatedDate, DisableExecuteApiEndpoint } = api;
  return (
    <Container header={<Header variant="h2">{texts.overview}</Header>}>
      <KeyValues
        long={[
          [
            texts.endpoint,
            DisableExecuteApiEndpoint ? texts.endpointOff : <CopyText key="endpoint" text={ApiEndpoint} />,
          ],
        ]}
        pairs={[
          [texts.id, <CopyText key="id" text={ApiId} />],
          [texts.protocol, texts.http],
          [texts.created, <Time key="created" date={CreatedDate} />],
        ]}
      />
    </Container>
  );
}
