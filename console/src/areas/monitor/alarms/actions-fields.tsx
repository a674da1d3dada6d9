import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import type { JSX } from 'react';
import { alarms } from '../../../texts/en/alarms.ts';
import type { ActionsDraft } from './draft.ts';

const texts = alarms.form;
const FIELDS = ['onAlarm', 'onOk', 'onNoData'] as const;

interface Props {
  readonly draft: ActionsDraft;
  onChange(change: Partial<ActionsDraft>): void;
}

/** Who is told of each state. */
export function ActionsFields({ draft, onChange }: Props): JSX.Element {
  return (
    <SpaceBetween size="m">
      {FIELDS.map((field) => (
        <FormField
          key={field}
          label={texts[field]}
          description={field === 'onAlarm' ? texts.actionsHint : undefined}
          stretch
        >
          <Textarea
            rows={2}
            value={draft[field]}
            placeholder={texts.actionExample}
            onChange={({ detail }) => onChange({ [field]: detail.value })}
            spellcheck={false}
          />
        </FormField>
      ))}
    </SpaceBetween>
  );
}
