import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import type { JSX } from 'react';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { EditForm } from '../../../parts/edit-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { useAws } from '../../../session/index.ts';
import { httpStages } from '../../../texts/en/http-stages.ts';
import { stages } from '../../../texts/en/stages.ts';
import { ACCESS_LOG_FORMATS } from './access-log-formats.ts';
import type { StageProps } from './stage-props.ts';

const texts = stages.logs;

/** Where access logs go, and in which format. */
export function AccessLogForm(props: StageProps): JSX.Element {
  const { DestinationArn: destination = '', Format: format = '' } = props.stage.AccessLogSettings ?? {};
  const draft = useDraft({ destination, format });
  const save = useSaveAccessLogs(props);
  const notify = useNotify();
  const done = (): void => {
    notify({ type: 'success', content: texts.done });
    draft.reset();
  };
  return (
    <EditForm
      title={texts.title}
      description={httpStages.logs.hint}
      isChanged={draft.isChanged}
      isRunning={save.isRunning}
      error={save.error}
      onSave={() => save.run(draft.value, done)}
      onDiscard={draft.reset}
    >
      <FormField label={texts.destination} description={texts.destinationHint} stretch>
        <Input
          value={draft.value.destination}
          onChange={({ detail }) => draft.set({ destination: detail.value.trim() })}
          placeholder="arn:aws:logs:us-east-1:000000000000:log-group:access"
          autoComplete={false}
          spellcheck={false}
        />
      </FormField>
      <SpaceBetween size="xs">
        <FormField label={texts.format} description={httpStages.logs.formatHint} stretch>
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
    </EditForm>
  );
}

/** Without a destination there is nothing to keep. */
function useSaveAccessLogs({ apiId: ApiId, stage: { StageName = '' } }: StageProps) {
  const aws = useAws();
  return useSteps('apigatewayv2', async (logs: { readonly destination: string; readonly format: string }) => {
    if (logs.destination === '') await aws.call('apigatewayv2', 'deleteAccessLogSettings', { ApiId, StageName });
    else {
      const AccessLogSettings = { DestinationArn: logs.destination, Format: logs.format };
      await aws.call('apigatewayv2', 'updateStage', { ApiId, StageName, AccessLogSettings });
    }
  });
}
