import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { SaveForm } from '../../../../parts/save-form.tsx';
import { http } from '../../../../texts/en/http.ts';
import type { IntegrationFormProps } from '../integration-props.ts';
import { useUpdateIntegration } from '../use-update-integration.ts';
import { areWhole, type Mapping, mappingsOf, parametersOf } from './mapping.ts';
import { MappingEditor } from './mapping-editor.tsx';

const texts = http.integration.mapping;

/** The mappings of one status code. */
interface OfStatus {
  readonly status: string;
  readonly mappings: readonly Mapping[];
}

export function ResponseMappingForm(props: IntegrationFormProps): JSX.Element {
  // As they were when editing began: what comes meanwhile is not what was taken away here.
  const [before] = useState(props.integration.ResponseParameters ?? {});
  const [groups, setGroups] = useState<readonly OfStatus[]>(() =>
    Object.entries(before).map(([status, parameters]) => ({ status, mappings: mappingsOf(parameters) })),
  );
  const update = useUpdateIntegration(props);
  const set = (index: number, part: Partial<OfStatus>): void =>
    setGroups(groups.map((group, at) => (at === index ? { ...group, ...part } : group)));
  return (
    <SaveForm
      canSave={groups.every(({ status, mappings }) => status !== '' && mappings.length > 0 && areWhole(mappings))}
      isRunning={update.isRunning}
      error={update.error}
      onSave={() => update.run({ ResponseParameters: changeOf(before, groups) })}
      onCancel={props.onClose}
    >
      {groups.map(({ status, mappings }, index) => (
        <ExpandableSection
          // Groups have no name of their own: their status is what is being typed.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          defaultExpanded
          headerText={texts.ofStatus(status)}
          headerActions={
            <Button formAction="none" onClick={() => setGroups(groups.filter((_, at) => at !== index))}>
              {texts.removeStatus}
            </Button>
          }
        >
          <SpaceBetween size="m">
            <FormField label={texts.status} constraintText={texts.statusHint}>
              <Input
                value={status}
                inputMode="numeric"
                onChange={({ detail }) => set(index, { status: detail.value.trim() })}
                autoComplete={false}
              />
            </FormField>
            <MappingEditor
              of={texts.ofStatus(status)}
              mappings={mappings}
              hint={texts.responseTargets}
              targetPlaceholder="header.name"
              valuePlaceholder="$response.header.name"
              onChange={(changes) => set(index, { mappings: changes })}
            />
          </SpaceBetween>
        </ExpandableSection>
      ))}
      <Button formAction="none" onClick={() => setGroups([...groups, { status: '', mappings: [NEW_MAPPING] }])}>
        {texts.addStatus}
      </Button>
    </SaveForm>
  );
}

const NEW_MAPPING: Mapping = { operation: 'overwrite', target: '', value: '' };

/** A status code that is not named stays as it is, so one that goes has nothing. */
function changeOf(
  before: Readonly<Record<string, Record<string, string>>>,
  groups: readonly OfStatus[],
): Record<string, Record<string, string>> {
  const gone = Object.keys(before).map((status) => [status, {}] as const);
  const after = groups.map(({ status, mappings }) => [status, parametersOf(mappings)] as const);
  const merged = Object.entries(Object.fromEntries([...gone, ...after]));
  return Object.fromEntries(merged.filter(([status, each]) => JSON.stringify(each) !== JSON.stringify(before[status])));
}
