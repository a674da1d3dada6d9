import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { useAction, useCall } from '../../../data/index.ts';
import { Page, useNotify } from '../../../page/index.ts';
import { CodeEditor } from '../../../parts/code-editor/index.tsx';
import { indented } from '../../../parts/json-editor/format-json.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useNavigate, useQueryParam } from '../../../routing/index.ts';
import { dashboards as texts } from '../../../texts/en/dashboards.ts';
import { trailOf } from '../trail.ts';

/** Makes a dashboard, or edits the one that `name` names, as JSON. */
export default function DashboardFormPage(): JSX.Element {
  const [name] = useQueryParam('name');
  const dashboard = useCall('cloudwatch', 'getDashboard', { DashboardName: name }, { enabled: name !== '' });
  return (
    <Page
      title={name === '' ? texts.create : texts.editTitle(name)}
      trail={[...trailOf(), { text: texts.title, path: '/dashboards' }]}
    >
      {name === '' ? (
        <DashboardForm body={texts.example} />
      ) : (
        <QueryState query={dashboard}>
          {({ DashboardBody = '' }) => <DashboardForm name={name} body={indented(DashboardBody)} />}
        </QueryState>
      )}
    </Page>
  );
}

function DashboardForm({ name, body }: { readonly name?: string; readonly body: string }): JSX.Element {
  const put = useAction('cloudwatch', 'putDashboard');
  const navigate = useNavigate();
  const notify = useNotify();
  const [typed, setTyped] = useState(name ?? '');
  const [text, setText] = useState(body);
  const path = (of: string): string => `/dashboards/dashboard?name=${encodeURIComponent(of)}`;
  const save = (): void =>
    put.run({ DashboardName: typed, DashboardBody: text }, () => {
      notify({ type: 'success', content: texts.done(typed) });
      navigate(path(typed), { replace: true });
    });
  return (
    <SaveForm
      isRunning={put.isRunning}
      error={put.error}
      canSave={typed !== ''}
      onSave={save}
      onCancel={() => navigate(name === undefined ? '/dashboards' : path(name))}
    >
      <Container>
        <SpaceBetween size="m">
          <FormField label={texts.name}>
            <Input
              value={typed}
              disabled={name !== undefined}
              onChange={({ detail }) => setTyped(detail.value)}
              autoComplete={false}
            />
          </FormField>
          <FormField label={texts.body} description={texts.bodyHint} stretch>
            <CodeEditor label={texts.body} language="json" value={text} onChange={setText} />
          </FormField>
        </SpaceBetween>
      </Container>
    </SaveForm>
  );
}
