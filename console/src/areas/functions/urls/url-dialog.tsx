import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Toggle from '@cloudscape-design/components/toggle';
import { type JSX, useState } from 'react';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useAws } from '../../../session/index.ts';
import { functionSettings } from '../../../texts/en/function-settings.ts';
import { parts } from '../../../texts/en/parts.ts';
import { QualifierField } from '../qualifier-field.tsx';
import { qualifierOf } from '../qualifier-of.ts';
import { LATEST } from '../use-versions.ts';
import { CorsFields } from './cors-fields.tsx';
import { saveUrl } from './save-url.ts';
import { draftOf, type UrlConfig, type UrlDraft } from './url-draft.ts';

const texts = functionSettings.urls;
const AUTH_TYPES = ['AWS_IAM', 'NONE'] as const;

interface Props {
  readonly functionName: string;
  /** Absent for a new one. */
  readonly edited?: UrlConfig;
  onClose(): void;
}

/** Makes or changes a function URL. */
export function UrlDialog({ functionName, edited, onClose }: Props): JSX.Element {
  const aws = useAws();
  const [draft, setDraft] = useState<UrlDraft>(() => draftOf(edited, qualifierOf(edited?.FunctionArn)));
  const save = useSteps('lambda', () => saveUrl(aws, draft, functionName, edited === undefined));
  const notify = useNotify();
  const set = (changes: Partial<UrlDraft>): void => setDraft((before) => ({ ...before, ...changes }));
  return (
    <Dialog
      title={edited ? texts.edit : texts.create}
      action={parts.save}
      size="large"
      isRunning={save.isRunning}
      error={save.error}
      onSubmit={() =>
        save.run(undefined, () => {
          notify({ type: 'success', content: texts.saved });
          onClose();
        })
      }
      onDismiss={onClose}
    >
      {!edited && (
        <QualifierField
          label={texts.qualifier}
          functionName={functionName}
          value={draft.qualifier || LATEST}
          onChange={(qualifier) => set({ qualifier: qualifier === LATEST ? '' : qualifier })}
          withVersions={false}
        />
      )}
      <FormField label={texts.auth}>
        <RadioGroup
          ariaLabel={texts.auth}
          value={draft.authType}
          onChange={({ detail }) => set({ authType: detail.value === 'NONE' ? 'NONE' : 'AWS_IAM' })}
          items={AUTH_TYPES.map((value) => ({ value, ...texts.authTypes[value] }))}
        />
      </FormField>
      {draft.authType === 'NONE' && <Alert type="warning">{texts.publicWarning}</Alert>}
      <Toggle checked={draft.isStreaming} onChange={({ detail }) => set({ isStreaming: detail.checked })}>
        {texts.stream}
      </Toggle>
      <Toggle checked={draft.hasCors} onChange={({ detail }) => set({ hasCors: detail.checked })}>
        {texts.configureCors}
      </Toggle>
      {draft.hasCors && <CorsFields draft={draft} onChange={set} />}
    </Dialog>
  );
}
