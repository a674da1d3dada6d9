import type { JSX } from 'react';
import { changed } from '../../../data/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { http } from '../../../texts/en/http.ts';
import { functionArnOf } from '../integration-name.ts';
import { draftOf, isWhole, settingsOf } from './draft.ts';
import { IntegrationFields } from './integration-fields.tsx';
import type { IntegrationFormProps, IntegrationProps } from './integration-props.ts';
import { useUpdateIntegration } from './use-update-integration.ts';

const texts = http.integration;

/** What an integration leads to. */
export function DetailsBox(props: IntegrationProps): JSX.Element {
  const { integration } = props;
  const { IntegrationId = '', IntegrationType = '', IntegrationUri = '', TimeoutInMillis } = integration;
  const isFunction = IntegrationType === 'AWS_PROXY';
  const target = isFunction ? functionArnOf(IntegrationUri) : IntegrationUri;
  return (
    <EditableBox title={texts.details} form={(close) => <DetailsForm {...props} onClose={close} />}>
      <KeyValues
        pairs={[
          [texts.type, texts.types[IntegrationType] ?? IntegrationType],
          [isFunction ? texts.function : texts.url, <CopyText key="target" text={target} />],
          ...(isFunction
            ? ([
                [texts.payload, integration.PayloadFormatVersion],
                [texts.credentials, integration.CredentialsArn],
              ] as const)
            : ([
                [texts.method, integration.IntegrationMethod],
                [texts.serverName, integration.TlsConfig?.ServerNameToVerify],
              ] as const)),
          [texts.timeout, TimeoutInMillis === undefined ? undefined : http.milliseconds(TimeoutInMillis)],
          [texts.id, <CopyText key="id" text={IntegrationId} />],
          [http.description, integration.Description],
        ]}
      />
    </EditableBox>
  );
}

function DetailsForm(props: IntegrationFormProps): JSX.Element {
  const saved = draftOf(props.integration);
  const { value: draft, isChanged, set } = useDraft(saved);
  const update = useUpdateIntegration(props);
  return (
    <SaveForm
      canSave={isChanged && isWhole(draft)}
      isRunning={update.isRunning}
      error={update.error}
      onSave={() => update.run(changed(settingsOf(saved), settingsOf(draft)), draft)}
      onCancel={props.onClose}
    >
      <IntegrationFields draft={draft} onChange={set} />
    </SaveForm>
  );
}
