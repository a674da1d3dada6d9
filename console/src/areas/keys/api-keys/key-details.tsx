import type { JSX } from 'react';
import { replacements, useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { Time } from '../../../parts/time.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { keys as texts } from '../../../texts/en/keys.ts';
import { KeyFields } from './key-fields.tsx';
import { KeyStatus } from './key-status.tsx';
import { SecretValue } from './secret-value.tsx';
import { type ApiKey, keyName } from './use-keys.ts';

interface Props {
  readonly apiKey: ApiKey;
}

/** What a key is, changed in place. Its value never changes. */
export function KeyDetails({ apiKey }: Props): JSX.Element {
  const { id = '', enabled = false, description, customerId, createdDate, lastUpdatedDate } = apiKey;
  const { columns: labels } = texts;
  return (
    <EditableBox title={texts.key.details} form={(close) => <DetailsForm apiKey={apiKey} close={close} />}>
      <KeyValues
        pairs={[
          [labels.id, <CopyText key="id" text={id} />],
          [labels.value, <SecretValue key="value" keyId={id} name={keyName(apiKey)} />],
          [labels.status, <KeyStatus key="status" isEnabled={enabled} />],
          [labels.description, description],
          [texts.key.customerId, customerId],
          [labels.created, <Time key="created" date={createdDate} />],
          [texts.key.updated, <Time key="updated" date={lastUpdatedDate} />],
        ]}
      />
    </EditableBox>
  );
}

const PATHS = {
  name: '/name',
  description: '/description',
  customerId: '/customerId',
  enabled: '/enabled',
} as const;

function DetailsForm({ apiKey, close }: Props & { close(): void }): JSX.Element {
  const { name = '', description = '', customerId = '', enabled = false } = apiKey;
  const saved = { name, description, customerId, enabled };
  const draft = useDraft(saved);
  const update = useAction('apigateway', 'updateApiKey');
  const notify = useNotify();
  const patchOperations = [...replacements(saved, draft.value, PATHS)];
  return (
    <SaveForm
      isRunning={update.isRunning}
      error={update.error}
      canSave={patchOperations.length > 0}
      onCancel={close}
      onSave={() =>
        update.run({ apiKey: apiKey.id ?? '', patchOperations }, () => {
          notify({ type: 'success', content: texts.key.done });
          close();
        })
      }
    >
      <KeyFields draft={draft.value} onChange={draft.set} />
    </SaveForm>
  );
}
