import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { SaveForm } from '../../../parts/save-form.tsx';
import { alarms } from '../../../texts/en/alarms.ts';
import { ActionsFields } from './actions-fields.tsx';
import { actionsDraftOf, actionsOf } from './draft.ts';
import { NameFields } from './name-fields.tsx';
import type { CompositeAlarm } from './use-alarms.ts';

const texts = alarms.form;

interface Props {
  /** The one that is edited. */
  readonly alarm?: CompositeAlarm;
  onSaved(name: string): void;
  onCancel(): void;
}

/** An alarm over the states of others. */
export function CompositeAlarmForm({ alarm, onSaved, onCancel }: Props): JSX.Element {
  const put = useAction('cloudwatch', 'putCompositeAlarm');
  const [draft, setDraft] = useState({
    name: alarm?.AlarmName ?? '',
    description: alarm?.AlarmDescription ?? '',
    rule: alarm?.AlarmRule ?? '',
    ...actionsDraftOf(alarm ?? {}),
  });
  const change = (part: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...part }));
  const { ActionsEnabled, ActionsSuppressor, ActionsSuppressorWaitPeriod, ActionsSuppressorExtensionPeriod } =
    alarm ?? {};
  const save = (): void =>
    put.run(
      {
        AlarmName: draft.name,
        AlarmDescription: draft.description,
        AlarmRule: draft.rule,
        ...actionsOf(draft),
        ...(ActionsEnabled !== undefined && { ActionsEnabled }),
        ...(ActionsSuppressor && { ActionsSuppressor, ActionsSuppressorWaitPeriod, ActionsSuppressorExtensionPeriod }),
      },
      () => onSaved(draft.name),
    );
  return (
    <SaveForm
      isRunning={put.isRunning}
      error={put.error}
      canSave={draft.name !== '' && draft.rule.trim() !== ''}
      onSave={save}
      onCancel={onCancel}
    >
      <Container>
        <SpaceBetween size="m">
          <NameFields draft={draft} isNew={alarm === undefined} onChange={change} />
          <FormField label={texts.rule} description={texts.ruleHint} stretch>
            <Textarea
              value={draft.rule}
              placeholder={texts.ruleExample}
              onChange={({ detail }) => change({ rule: detail.value })}
              spellcheck={false}
            />
          </FormField>
          <ActionsFields draft={draft} onChange={change} />
        </SpaceBetween>
      </Container>
    </SaveForm>
  );
}
