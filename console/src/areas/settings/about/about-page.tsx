import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { JSX } from 'react';
import { useOwn } from '../../../data/index.ts';
import { Page } from '../../../page/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { useGateway } from '../../../parts/use-gateway.ts';
import { BASE } from '../../../routing/base.ts';
import { useSession } from '../../../session/index.ts';
import { settings } from '../../../texts/en/settings.ts';

const texts = settings.about;

/** What runs here, under which licences, and where to read on. */
export default function AboutPage(): JSX.Element {
  return (
    <Page title={texts.title}>
      <SpaceBetween size="l">
        <Container header={<Header variant="h2">{texts.product}</Header>}>
          <Installation />
        </Container>
        <Container header={<Header variant="h2">{texts.license}</Header>}>
          <SpaceBetween size="s">
            <div>{texts.licenseText}</div>
            <Link href={`${BASE}/THIRD-PARTY-LICENSES.txt`} target="_blank">
              {texts.thirdParty}
            </Link>
          </SpaceBetween>
        </Container>
        <Documentation />
      </SpaceBetween>
    </Page>
  );
}

function Installation(): JSX.Element {
  const health = useOwn<{ readonly version: string; readonly workers: number }>('/health');
  const { http, https } = useGateway();
  const arn = useSession().signedIn?.identity.arn;
  return (
    <QueryState query={health}>
      {({ version, workers }) => (
        <KeyValues
          columns={2}
          pairs={[
            [texts.version, version],
            [texts.gateway, http && <CopyText key="http" text={http} />],
            [texts.https, https === undefined ? texts.noHttps : <CopyText key="https" text={https} />],
            [texts.control, <CopyText key="control" text={location.origin} />],
            [texts.workers, workers],
            [texts.signedIn, arn],
          ]}
        />
      )}
    </QueryState>
  );
}

function Documentation(): JSX.Element {
  return (
    <Table
      header={
        <Header variant="h2" description={texts.docsHint}>
          {texts.docs}
        </Header>
      }
      items={texts.files}
      trackBy={([, file]) => file}
      wrapLines
      ariaLabels={{ tableLabel: texts.docs }}
      columnDefinitions={[
        { id: 'what', header: texts.docColumns.what, cell: ([what]) => what, isRowHeader: true },
        { id: 'file', header: texts.docColumns.file, cell: ([, file]) => file },
      ]}
    />
  );
}
