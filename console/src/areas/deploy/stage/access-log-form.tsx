import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import type { JSX } from 'react';
import { type Patch, replacements } from '../../../data/index.ts';
import { EditForm } from '../../../parts/edit-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { stages } from '../../../texts/en/stages.ts';
import { ACCESS_LOG_FORMATS } from './access-log-formats.ts';
import type { StageProps } from './stage-props.ts';
import { useUpdateStage } from './use-update-stage.ts';

const texts = stages.logs;
const PATHS = { destinationArn: '/accessLogSettings/destinationArn', format: '/accessLogSettings/format' } as const;

/** Where access logs go, and in which format. */
export function AccessLogForm(props: StageProps): JSX.Element {
  const { destinationArn = '', format = '' } = props.stage.accessLogSettings ?? {};
  const saved = { destinationArn, format };
  const draft = useDraft(saved);
  const update = useUpdateStage(props);
  return (
    <EditForm
      title={texts.title}
      description={texts.hint}
      isChanged={draft.isChanged}
      isRunning={update.isRunning}
      error={update.error}
      onSave={() => update.run(patchesOf(saved, draft.value), texts.done, draft.reset)}
      onDiscard={draft.reset}
    >
      <FormField label={texts.destination} description={texts.destinationHint} stretch>
        <Input
          value={draft.value.destinationArn}
          onChange={({ detail }) => draft.set({ destinationArn: detail.value.trim() })}
          placeholder="arn:aws:logs:us-east-1:000000000000:log-group:access"
          autoComplete={false}
        />
      </FormField>
      <SpaceBetween size="xs">
        <FormField label={texts.format} description={texts.formatHint} stretch>
          <Textarea
            value={draft.value.format}
            onChange={({ detail }) => draft.set({ format: detail.value })}
            rows={4}
            spellcheck={false}
          />
        </FormField>
        <ButtonDropdown
          items={Object.keys(ACCESS_LOG_FORMATS).map((id) => ({ id, text: id }))}
          onItemClick={({ detail }) =>
            draft.set({ format: ACCESS_LOG_FORMATS[detail.id as keyof typeof ACCESS_LOG_FORMATS] })
          }
        >
          {texts.examples}
        </ButtonDropdown>
      </SpaceBetween>
      {props.stage.canarySettings && texts.canaryNote}
    </EditForm>
  );
}

type Settings = Readonly<Record<keyof typeof PATHS, string>>;

/** Without a destination there is nothing to keep. */
function patchesOf(saved: Settings, value: Settings): readonly Patch[] {
  if (value.destinationArn === '') return [{ op: 'remove', path: '/accessLogSettings' }];
  return replacements(saved, value, PATHS);
}
