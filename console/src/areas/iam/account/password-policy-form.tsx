import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { SaveForm } from '../../../parts/save-form.tsx';
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

/** The account's own rules. */
export function PasswordPolicyForm({ saved, onClose }: Props): JSX.Element {
  const update = useAction('iam', 'updateAccountPasswordPolicy');
  const notify = useNotify();
  const known: Partial<PasswordPolicy> = saved === 'none' ? { MinimumPasswordLength: 8 } : saved;
  const [rules, setRules] = useState<ReadonlySet<string>>(
    () => new Set(RULES.map(([name]) => name).filter((name) => known[name])),
  );
  const [length, setLength] = useState(String(known.MinimumPasswordLength ?? 6));
  const [age, setAge] = useState(numberText(known.MaxPasswordAge));
  const [reuse, setReuse] = useState(numberText(known.PasswordReusePrevention));
  const [isHard, setHard] = useState(known.HardExpiry ?? false);
  const toggle = (name: string, isOn: boolean): void => {
    const others = [...rules].filter((rule) => rule !== name);
    setRules(new Set(isOn ? [...others, name] : others));
  };
  const save = (): void =>
    update.run(
      {
        MinimumPasswordLength: Number(length),
        ...Object.fromEntries(RULES.map(([name]) => [name, rules.has(name)])),
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
        <Input value={length} inputMode="numeric" onChange={({ detail }) => setLength(detail.value)} />
      </FormField>
      <SpaceBetween size="xs">
        {RULES.map(([name, label]) => (
          <Checkbox key={name} checked={rules.has(name)} onChange={({ detail }) => toggle(name, detail.checked)}>
            {label}
          </Checkbox>
        ))}
      </SpaceBetween>
      <FormField label={texts.ageLabel} constraintText={texts.ageHint}>
        <Input value={age} inputMode="numeric" onChange={({ detail }) => setAge(detail.value)} />
      </FormField>
      {age !== '' && (
        <Checkbox checked={isHard} onChange={({ detail }) => setHard(detail.checked)}>
          {texts.hardExpiry}
        </Checkbox>
      )}
      <FormField label={texts.reuseLabel} constraintText={texts.reuseHint}>
        <Input value={reuse} inputMode="numeric" onChange={({ detail }) => setReuse(detail.value)} />
      </FormField>
    </SaveForm>
  );
}

/** Empty for none, as AWS says by leaving it out or by 0. */
function numberText(value: number | undefined): string {
  return value === undefined || value === 0 ? '' : String(value);
}
