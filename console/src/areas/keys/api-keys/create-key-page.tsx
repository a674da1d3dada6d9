import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { orUndo, useSteps } from '../../../data/index.ts';
import { Page, useNotify } from '../../../page/index.ts';
import { areWhole, type Pair, PairEditor } from '../../../parts/pair-editor.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { useNavigate } from '../../../routing/index.ts';
import { useAws } from '../../../session/index.ts';
import { keys } from '../../../texts/en/keys.ts';
import { parts } from '../../../texts/en/parts.ts';
import { KEY_TRAIL } from '../trail.ts';
import { type KeyDraft, KeyFields } from './key-fields.tsx';
import { PlansField } from './plans-field.tsx';
import { keyName, keyPath } from './use-keys.ts';
import { ValueField } from './value-field.tsx';

const texts = keys.create;
const NEW_KEY: KeyDraft = { name: '', description: '', customerId: '', enabled: true };

/** Makes an API key, and puts it into usage plans. */
export default function CreateKeyPage(): JSX.Element {
  const navigate = useNavigate();
  const notify = useNotify();
  const { value: draft, set } = useDraft(NEW_KEY);
  /** Undefined where the server is to make one. */
  const [value, setValue] = useState<string>();
  const [planIds, setPlanIds] = useState<readonly string[]>([]);
  const [tags, setTags] = useState<readonly Pair[]>([]);
  const create = useCreateKey();
  return (
    <Page title={texts.title} trail={KEY_TRAIL}>
      <SaveForm
        isRunning={create.isRunning}
        error={create.error}
        canSave={draft.name.trim() !== '' && value !== '' && areWhole(tags)}
        saveText={texts.button}
        onCancel={() => navigate('/api-keys')}
        onSave={() =>
          create.run({ draft, value, planIds, tags }, (key) => {
            notify({ type: 'success', content: texts.done(keyName(key)) });
            navigate(keyPath(key.id ?? ''));
          })
        }
      >
        <Container header={<Header variant="h2">{texts.details}</Header>}>
          <SpaceBetween size="l">
            <KeyFields draft={draft} onChange={set} />
            <ValueField value={value} onChange={setValue} />
            <PlansField planIds={planIds} onChange={setPlanIds} />
            <FormField label={texts.tags} stretch>
              <PairEditor texts={parts.tags.pairs} pairs={tags} onChange={setTags} />
            </FormField>
          </SpaceBetween>
        </Container>
      </SaveForm>
    </Page>
  );
}

interface NewKey {
  readonly draft: KeyDraft;
  readonly value: string | undefined;
  readonly planIds: readonly string[];
  readonly tags: readonly Pair[];
}

function useCreateKey() {
  const aws = useAws();
  return useSteps('apigateway', async ({ draft, value, planIds, tags }: NewKey) => {
    const { name, enabled, description, customerId } = draft;
    const key = await aws.call('apigateway', 'createApiKey', {
      name,
      enabled,
      tags: Object.fromEntries(tags.map((tag) => [tag.key, tag.value])),
      ...(description && { description }),
      ...(customerId && { customerId }),
      ...(value !== undefined && { value }),
    });
    const keyId = key.id ?? '';
    const joinPlans = async (): Promise<void> => {
      for (const usagePlanId of planIds) {
        await aws.call('apigateway', 'createUsagePlanKey', { usagePlanId, keyId, keyType: 'API_KEY' });
      }
    };
    await orUndo(joinPlans, () => aws.call('apigateway', 'deleteApiKey', { apiKey: keyId }));
    return key;
  });
}
