import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { iam } from '../../../texts/en/iam.ts';
import { roles as texts } from '../../../texts/en/roles.ts';
import type { NewRole } from './use-create-role.ts';

interface Props {
  readonly role: NewRole;
  onChange(changes: Partial<NewRole>): void;
}

/** A new role's name and what is said about it. */
export function RoleFields({ role, onChange }: Props): JSX.Element {
  return (
    <SpaceBetween size="m">
      <FormField label={texts.columns.name} constraintText={iam.nameHint}>
        <Input
          value={role.name}
          onChange={({ detail }) => onChange({ name: detail.value })}
          autoFocus
          autoComplete={false}
        />
      </FormField>
      <FormField label={texts.description}>
        <Input
          value={role.description}
          onChange={({ detail }) => onChange({ description: detail.value })}
          autoComplete={false}
        />
      </FormField>
      <FormField label={iam.path} description={iam.rename.pathHint}>
        <Input value={role.path} onChange={({ detail }) => onChange({ path: detail.value })} autoComplete={false} />
      </FormField>
      <SessionField hours={role.maxSessionHours} onChange={(maxSessionHours) => onChange({ maxSessionHours })} />
    </SpaceBetween>
  );
}

/** IAM takes 1 to 12 hours (API reference, `CreateRole`, `MaxSessionDuration`). */
const HOURS = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  label: texts.hours(index + 1),
}));

/** How long a session of the role may last. @param hours may be no whole number, as set by somebody else */
export function SessionField(props: { readonly hours: string; onChange(hours: string): void }): JSX.Element {
  const { hours, onChange } = props;
  return (
    <FormField label={texts.session} description={texts.sessionHint}>
      <Select
        options={HOURS}
        selectedOption={
          HOURS.find(({ value }) => value === hours) ?? { value: hours, label: texts.hours(Number(hours)) }
        }
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? hours)}
      />
    </FormField>
  );
}
