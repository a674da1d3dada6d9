import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import type { JSX } from 'react';
import { useAction } from '../../../../data/index.ts';
import { useNotify } from '../../../../page/index.ts';
import { EditForm } from '../../../../parts/edit-form.tsx';
import { useDraft } from '../../../../parts/use-draft.ts';
import { domains } from '../../../../texts/en/domains.ts';
import { addressOf, type DomainName, isPrivate } from '../use-domain-names.ts';
import { changesBy, type DomainDraft, domainPatches, draftOf } from './draft.ts';
import { SettingsFields } from './settings-fields.tsx';

const { settings: texts, types } = domains;

/** All that can be changed of a domain name but its routes and policies. */
export function SettingsTab({ domain }: { readonly domain: DomainName }): JSX.Element {
  const saved = draftOf(domain);
  const draft = useDraft(saved);
  const update = useAction('apigateway', 'updateDomainName');
  const notify = useNotify();
  const change = (changes: Partial<DomainDraft>): void => draft.set(changesBy(draft.value, changes));
  const save = (): void =>
    update.run({ ...addressOf(domain), patchOperations: [...domainPatches(saved, draft.value)] }, () => {
      notify({ type: 'success', content: texts.saved });
      draft.reset();
    });
  return (
    <EditForm
      title={texts.title}
      isChanged={draft.isChanged}
      isRunning={update.isRunning}
      error={update.error}
      onSave={save}
      onDiscard={draft.reset}
    >
      {!isPrivate(domain) && (
        <EndpointTypeField saved={saved.type} value={draft.value.type} onChange={(type) => change({ type })} />
      )}
      <SettingsFields draft={draft.value} onChange={change} />
    </EditForm>
  );
}

interface TypeProps {
  readonly saved: string;
  readonly value: string;
  onChange(type: string): void;
}

/** A public name can migrate between the two public types, and stand at both meanwhile. */
function EndpointTypeField({ saved, value, onChange }: TypeProps): JSX.Element {
  const offered = [...new Set([saved, 'REGIONAL', 'EDGE'])];
  const options = offered.map((type) => ({ value: type, label: types[type] ?? texts.both }));
  return (
    <FormField label={texts.endpointType}>
      <Select
        options={options}
        selectedOption={options.find((option) => option.value === value) ?? null}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? saved)}
      />
    </FormField>
  );
}
