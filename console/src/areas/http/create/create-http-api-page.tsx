import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { useSteps } from '../../../data/index.ts';
import { Page, useNotify } from '../../../page/index.ts';
import { ApiTypeChoice } from '../../../parts/api-type-choice.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useNavigate } from '../../../routing/index.ts';
import { useAws, useSession } from '../../../session/index.ts';
import { apis } from '../../../texts/en/apis.ts';
import { http } from '../../../texts/en/http.ts';
import { DEFAULT_ROUTE } from '../route-key.ts';
import { NewApiFields } from './new-api-fields.tsx';
import { isWhole, type NewApi, quickCreate } from './quick-create.ts';

const texts = http.create;

const EMPTY: NewApi = {
  name: '',
  description: '',
  target: 'function',
  functionArn: '',
  url: '',
  route: { method: DEFAULT_ROUTE, path: '/' },
};

/** Makes an HTTP API with its first route, ready to be called. */
export default function CreateHttpApiPage(): JSX.Element {
  const aws = useAws();
  const { signedIn } = useSession();
  const navigate = useNavigate();
  const notify = useNotify();
  const [draft, setDraft] = useState(EMPTY);
  const create = useSteps('apigatewayv2', (api: NewApi) => quickCreate(aws, signedIn?.identity.account ?? '', api));
  const submit = (): void =>
    create.run(draft, ({ api: { ApiId, Name = '' }, problem }) => {
      notify({ type: 'success', content: apis.create.done(Name) });
      if (problem) notify({ type: 'warning', header: texts.problem, content: problem.message });
      navigate(`/apis/${ApiId}/routes`);
    });
  return (
    <Page title={texts.title} description={texts.description} trail={TRAIL}>
      <SpaceBetween size="l">
        <ApiTypeChoice chosen="HTTP" />
        <Container header={<Header variant="h2">{texts.details}</Header>}>
          <SaveForm
            saveText={apis.create.submit}
            canSave={isWhole(draft)}
            isRunning={create.isRunning}
            error={create.error}
            onSave={submit}
            onCancel={() => navigate('/apis')}
          >
            <NewApiFields draft={draft} onChange={setDraft} />
          </SaveForm>
        </Container>
      </SpaceBetween>
    </Page>
  );
}

const TRAIL = [
  { text: apis.service, path: '/apis' },
  { text: apis.list.title, path: '/apis' },
];
