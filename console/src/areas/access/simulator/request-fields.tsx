import Autosuggest from '@cloudscape-design/components/autosuggest';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useAll, useCall } from '../../../data/index.ts';
import { ChoiceField } from '../../../parts/choice-field.tsx';
import { accessSimulator as texts } from '../../../texts/en/access-simulator.ts';
import type { Draft } from './question.ts';

const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'].map((value) => ({ value }));

interface Props {
  readonly apiId: string;
  readonly draft: Draft;
  set(part: Partial<Draft>): void;
}

/** What is called, and from where. */
export function RequestFields({ apiId, draft, set }: Props): JSX.Element {
  const stages = useCall('apigateway', 'getStages', { restApiId: apiId });
  const resources = useAll('apigateway', 'getResources', { restApiId: apiId, limit: 500 }, ({ items }) => items);
  return (
    <SpaceBetween size="l">
      <ColumnLayout columns={2}>
        <ChoiceField
          label={texts.stage}
          none={texts.anyStage}
          query={stages}
          options={(stages.data?.item ?? []).map(({ stageName = '' }) => ({ value: stageName, label: stageName }))}
          selected={draft.stage === '*' ? '' : draft.stage}
          onSelect={(stage) => set({ stage: stage === '' ? '*' : stage })}
        />
        <FormField label={texts.method}>
          <Select
            selectedOption={VERBS.find(({ value }) => value === draft.method) ?? { value: draft.method }}
            options={VERBS}
            onChange={({ detail }) => set({ method: detail.selectedOption.value ?? 'GET' })}
          />
        </FormField>
      </ColumnLayout>
      <FormField label={texts.path} description={texts.pathHint} stretch>
        <Autosuggest
          value={draft.path}
          onChange={({ detail }) => set({ path: detail.value.trim() })}
          options={(resources.data ?? []).map(({ path = '' }) => ({ value: path }))}
          enteredTextLabel={texts.usePath}
          empty={texts.noPaths}
          virtualScroll
        />
      </FormField>
      <FormField label={texts.ip} description={texts.ipHint}>
        <Input
          value={draft.ip}
          onChange={({ detail }) => set({ ip: detail.value.trim() })}
          placeholder="192.0.2.7"
          autoComplete={false}
          spellcheck={false}
        />
      </FormField>
    </SpaceBetween>
  );
}
