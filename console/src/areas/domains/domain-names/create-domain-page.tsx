import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tiles from '@cloudscape-design/components/tiles';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { Page, useNotify } from '../../../page/index.ts';
import { PolicyEditor } from '../../../parts/policy-editor/index.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useNavigate, useQueryParam } from '../../../routing/index.ts';
import { domains } from '../../../texts/en/domains.ts';
import { domainPath } from '../domain-path.ts';
import { TRAIL } from '../trail.ts';
import { INVOKE_POLICY } from './access/examples.ts';
import { consistent, createInput, type DomainDraft, NEW } from './settings/draft.ts';
import { SettingsFields } from './settings/settings-fields.tsx';

const texts = domains.create;
const TYPES = ['REGIONAL', 'EDGE', 'PRIVATE'] as const;

/** Makes a custom domain name; what it leads to is said on its own page. */
export default function CreateDomainPage(): JSX.Element {
  const [asked, setAsked] = useQueryParam('type');
  const type = TYPES.find((known) => known === asked) ?? 'REGIONAL';
  const [name, setName] = useState('');
  const [typed, setTyped] = useState<DomainDraft>(NEW);
  const draft = consistent({ ...typed, type });
  const [policy, setPolicy] = useState(INVOKE_POLICY);
  const create = useAction('apigateway', 'createDomainName');
  const navigate = useNavigate();
  const notify = useNotify();
  const submit = (): void =>
    create.run(createInput(name.trim(), draft, policy), (created) => {
      notify({ type: 'success', content: texts.done(name) });
      navigate(`${domainPath(created)}?tab=mappings`);
    });
  return (
    <Page title={texts.title} trail={[...TRAIL, { text: domains.title, path: '/domain-names' }]}>
      <SaveForm
        isRunning={create.isRunning}
        error={create.error}
        canSave={name.trim() !== ''}
        saveText={texts.button}
        onSave={submit}
        onCancel={() => navigate('/domain-names')}
      >
        <Container header={<Header variant="h2">{texts.details}</Header>}>
          <SpaceBetween size="l">
            <TextField
              label={texts.name}
              description={texts.nameHint}
              placeholder="api.example.com"
              value={name}
              onChange={setName}
              autoFocus
            />
            <FormField label={texts.type} stretch>
              <Tiles
                value={type}
                columns={3}
                onChange={({ detail }) => setAsked(detail.value)}
                items={TYPES.map((value) => ({ value, ...texts.types[value] }))}
              />
            </FormField>
          </SpaceBetween>
        </Container>
        <Container header={<Header variant="h2">{texts.settings}</Header>}>
          <SettingsFields draft={draft} onChange={(changes) => setTyped({ ...draft, ...changes })} />
        </Container>
        {type === 'PRIVATE' && (
          <Container
            header={
              <Header variant="h2" description={texts.policyHint}>
                {texts.policy}
              </Header>
            }
          >
            <PolicyEditor kind="resource" label={texts.policy} value={policy} onChange={setPolicy} minLines={6} />
          </Container>
        )}
      </SaveForm>
    </Page>
  );
}
