import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { Page, useNotify } from '../../../page/index.ts';
import { areWhole, type Pair, PairEditor } from '../../../parts/pair-editor.tsx';
import { EMPTY_POLICY, isPolicy, PolicyEditor } from '../../../parts/policy-editor/index.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useNavigate } from '../../../routing/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { parts } from '../../../texts/en/parts.ts';
import { policies } from '../../../texts/en/policies.ts';
import { policyPath, trailOf } from '../addresses.ts';

const texts = policies.create;

interface Draft {
  readonly name: string;
  readonly path: string;
  readonly description: string;
  readonly document: string;
  readonly tags: readonly Pair[];
}

/** Makes a policy of the account. */
export default function CreatePolicyPage(): JSX.Element {
  const navigate = useNavigate();
  const notify = useNotify();
  const create = useAction('iam', 'createPolicy');
  const [draft, setDraft] = useState<Draft>({ name: '', path: '/', description: '', document: EMPTY_POLICY, tags: [] });
  const set = (changes: Partial<Draft>): void => setDraft((before) => ({ ...before, ...changes }));
  const { name, path, description, document, tags } = draft;
  const save = (): void =>
    create.run(
      {
        PolicyName: name,
        Path: path,
        PolicyDocument: document,
        ...(description !== '' && { Description: description }),
        ...(tags.length > 0 && { Tags: tags.map(({ key, value }) => ({ Key: key, Value: value })) }),
      },
      ({ Policy }) => {
        notify({ type: 'success', content: texts.done(name) });
        navigate(policyPath(Policy?.Arn ?? ''), { replace: true });
      },
    );
  return (
    <Page title={texts.title} trail={trailOf({ text: policies.title, path: '/iam/policies' })}>
      <SaveForm
        isRunning={create.isRunning}
        error={create.error}
        canSave={name !== '' && areWhole(tags) && isPolicy(document, 'identity')}
        saveText={texts.title}
        onCancel={() => navigate('/iam/policies')}
        onSave={save}
      >
        <Container header={<Header variant="h2">{texts.details}</Header>}>
          <SpaceBetween size="m">
            <FormField label={texts.name} constraintText={iam.nameHint}>
              <Input
                value={name}
                onChange={({ detail }) => set({ name: detail.value })}
                autoFocus
                autoComplete={false}
              />
            </FormField>
            <FormField label={texts.description} constraintText={texts.descriptionHint}>
              <Input
                value={description}
                onChange={({ detail }) => set({ description: detail.value })}
                autoComplete={false}
              />
            </FormField>
            <FormField label={iam.path} description={iam.rename.pathHint}>
              <Input value={path} onChange={({ detail }) => set({ path: detail.value })} autoComplete={false} />
            </FormField>
          </SpaceBetween>
        </Container>
        <Container
          header={
            <Header variant="h2" description={texts.documentHint}>
              {policies.document}
            </Header>
          }
        >
          <PolicyEditor
            kind="identity"
            label={policies.document}
            value={document}
            onChange={(changed) => set({ document: changed })}
            minLines={12}
          />
        </Container>
        <Container header={<Header variant="h2">{parts.tags.title}</Header>}>
          <PairEditor texts={parts.tags.pairs} pairs={tags} onChange={(changed) => set({ tags: changed })} />
        </Container>
      </SaveForm>
    </Page>
  );
}
