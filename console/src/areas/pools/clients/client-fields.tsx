import Checkbox from '@cloudscape-design/components/checkbox';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { TextField } from '../../../parts/text-field.tsx';
import { pools } from '../../../texts/en/pools.ts';
import { type ClientDraft, FLOWS } from './client-draft.ts';

interface Props {
  readonly draft: ClientDraft;
  onChange(changes: Partial<ClientDraft>): void;
}

const texts = pools.clients;

/** What a client is called, how users sign in through it, and for how long. */
export function ClientFields({ draft, onChange: set }: Props): JSX.Element {
  const { flows } = draft;
  const figure = (label: string, name: 'accessMinutes' | 'idMinutes' | 'refreshDays'): JSX.Element => (
    <TextField
      label={label}
      type="number"
      inputMode="numeric"
      value={draft[name]}
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <SpaceBetween size="l">
      <TextField label={texts.name} value={draft.name} onChange={(name) => set({ name })} autoFocus />
      <FormField label={texts.flows}>
        <SpaceBetween size="xs">
          {FLOWS.map((flow) => (
            <Checkbox
              key={flow}
              checked={flows.includes(flow)}
              description={texts.flowNames[flow].description}
              onChange={({ detail }) =>
                set({ flows: detail.checked ? [...flows, flow] : flows.filter((each) => each !== flow) })
              }
            >
              {texts.flowNames[flow].label}
            </Checkbox>
          ))}
        </SpaceBetween>
      </FormField>
      <ColumnLayout columns={3}>
        {figure(texts.access, 'accessMinutes')}
        {figure(texts.id, 'idMinutes')}
        {figure(texts.refresh, 'refreshDays')}
      </ColumnLayout>
    </SpaceBetween>
  );
}
