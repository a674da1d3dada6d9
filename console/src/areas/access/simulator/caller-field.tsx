import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useAll } from '../../../data/index.ts';
import { ChoiceField } from '../../../parts/choice-field.tsx';
import { accessSimulator as texts } from '../../../texts/en/access-simulator.ts';
import { CALLER_KINDS, type Draft } from './question.ts';

interface Props {
  readonly draft: Draft;
  set(part: Partial<Draft>): void;
}

const KINDS = CALLER_KINDS.map((value) => ({ value, ...texts.callers[value] }));

/** Who calls: a kind of caller, and which one of it. */
export function CallerField({ draft, set }: Props): JSX.Element {
  const { callerKind, caller } = draft;
  return (
    <SpaceBetween size="l">
      <FormField label={texts.caller}>
        <Select
          selectedOption={KINDS.find(({ value }) => value === callerKind) ?? null}
          options={KINDS}
          onChange={({ detail }) =>
            set({
              callerKind: CALLER_KINDS.find((kind) => kind === detail.selectedOption.value) ?? callerKind,
              caller: '',
            })
          }
        />
      </FormField>
      {callerKind === 'user' && <UserField caller={caller} onChange={(arn) => set({ caller: arn })} />}
      {callerKind === 'role' && <RoleField caller={caller} onChange={(arn) => set({ caller: arn })} />}
      {callerKind === 'account' && (
        <FormField label={texts.account} constraintText={texts.accountHint}>
          <Input
            value={caller}
            onChange={({ detail }) => set({ caller: detail.value.trim() })}
            placeholder="111122223333"
            inputMode="numeric"
            autoComplete={false}
          />
        </FormField>
      )}
      {callerKind === 'arn' && (
        <FormField label={texts.arn} description={texts.arnHint} stretch>
          <Input
            value={caller}
            onChange={({ detail }) => set({ caller: detail.value.trim() })}
            placeholder="arn:aws:iam::111122223333:user/anna"
            autoComplete={false}
            spellcheck={false}
          />
        </FormField>
      )}
    </SpaceBetween>
  );
}

interface FieldProps {
  /** ARN. */
  readonly caller: string;
  onChange(arn: string): void;
}

function UserField({ caller, onChange }: FieldProps): JSX.Element {
  const users = useAll('iam', 'listUsers', { MaxItems: 1_000 }, ({ Users }) => Users);
  const options = (users.data ?? []).map(({ Arn, UserName }) => ({ value: Arn, label: UserName }));
  return (
    <ChoiceField
      label={texts.user}
      none={texts.choose}
      query={users}
      options={options}
      selected={caller}
      onSelect={onChange}
    />
  );
}

function RoleField({ caller, onChange }: FieldProps): JSX.Element {
  const roles = useAll('iam', 'listRoles', { MaxItems: 1_000 }, ({ Roles }) => Roles);
  const options = (roles.data ?? []).map(({ Arn, RoleName }) => ({ value: Arn, label: RoleName }));
  return (
    <ChoiceField
      label={texts.role}
      none={texts.choose}
      query={roles}
      options={options}
      selected={caller}
      onSelect={onChange}
    />
  );
}
