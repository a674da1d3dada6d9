import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { account } from '../../../texts/en/iam-account.ts';
import type { PasswordPolicy } from './use-account.ts';

const texts = account.passwordPolicy;

const RULES = [
  ['RequireUppercaseCharacters', texts.uppercase],
  ['RequireLowercaseCharacters', texts.lowercase],
  ['RequireNumbers', texts.numbers],
  ['RequireSymbols', texts.symbols],
  ['AllowUsersToChangePassword', texts.mayChange],
] as const;

interface Props {
  readonly saved: PasswordPolicy | 'none';
  onClose(): void;
}

/** The account's own rules, which IAM takes all at once; those that are not touched are sent as they are by then. */
export function PasswordPolicyForm({ saved, onClose }: Props): JSX.Element {
  const update = useAction('iam', 'updateAccountPasswordPolicy');
  const notify = useNotify();
  const draft = useDraft(valuesOf(saved === 'none' ? { MinimumPasswordLength: 8 } : saved));
  const { length, age, reuse, isHard, ...rules } = draft.value;
  const save = (): void =>
    update.run(
      {
        MinimumPasswordLength: Number(length),
        ...rules,
        ...(age !== '' && { MaxPasswordAge: Number(age), HardExpiry: isHard }),
        ...(reuse !== '' && { PasswordReusePrevention: Number(reuse) }),
      },
      () => {
        notify({ type: 'success', content: texts.done });
        onClose();
      },
    );
  return (
    <SaveForm
      isRunning={update.isRunning}
      error={update.error}
      canSave={[length, age, reuse].every((text) => /^\d*$/.test(text)) && length !== ''}
      onCancel={onClose}
      onSave={save}
    >
      <FormField label={texts.lengthLabel} constraintText={texts.lengthHint}>
        <Input value={length} inputMode="numeric" onChange={({ detail }) => draft.set({ length: detail.value })} />
      </FormField>
      <SpaceBetween size="xs">
        {RULES.map(([name, label]) => (
          <Checkbox key={name} checked={rules[name]} onChange={({ detail }) => draft.set({ [name]: detail.checked })}>
            {label}
          </Checkbox>
        ))}
      </SpaceBetween>
      <FormField label={texts.ageLabel} constraintText={texts.ageHint}>
        <Input value={age} inputMode="numeric" onChange={({ detail }) => draft.set({ age: detail.value })} />
      </FormField>
      {age !== '' && (
        <Checkbox checked={isHard} onChange={({ detail }) => draft.set({ isHard: detail.checked })}>
          {texts.hardExpiry}
        </Checkbox>
      )}
      <FormField label={texts.reuseLabel} constraintText={texts.reuseHint}>
        <Input value={reuse} inputMode="numeric" onChange={({ detail }) => draft.set({ reuse: detail.value })} />
      </FormField>
    </SaveForm>
  );
}

function valuesOf(policy: Partial<PasswordPolicy>) {
  return {
    length: String(policy.MinimumPasswordLength ?? 6),
    age: numberText(policy.MaxPasswordAge),
    reuse: numberText(policy.PasswordReusePrevention),
    isHard: policy.HardExpiry ?? false,
    RequireUppercaseCharacters: policy.RequireUppercaseCharacters ?? false,
    RequireLowercaseCharacters: policy.RequireLowercaseCharacters ?? false,
    RequireNumbers: policy.RequireNumbers ?? false,
    RequireSymbols: policy.RequireSymbols ?? false,
    AllowUsersToChangePassword: policy.AllowUsersToChangePassword ?? false,
  };
}

/** Empty for none, as AWS says by leaving it out or by 0. */
function numberText(value: number | undefined): string {
  return value === undefined || value === 0 ? '' : String(value);
}
