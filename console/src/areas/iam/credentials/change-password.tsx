import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { EditForm } from '../../../parts/edit-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { account } from '../../../texts/en/iam-account.ts';

const texts = account.credentials.password;
const EMPTY = { old: '', new: '', again: '' };

/** A user's own password, for another. */
export function ChangePassword(): JSX.Element {
  const draft = useDraft(EMPTY);
  const change = useAction('iam', 'changePassword');
  const notify = useNotify();
  const { value } = draft;
  const isAnother = value.again !== '' && value.again !== value.new;
  const field = (name: keyof typeof EMPTY, autoComplete: string) => (
    <Input
      type="password"
      value={value[name]}
      autoComplete={autoComplete}
      onChange={({ detail }) => draft.set({ [name]: detail.value })}
    />
  );
  return (
    <EditForm
      title={texts.title}
      description={texts.hint}
      canDiscard={draft.isChanged}
      isChanged={value.old !== '' && value.new !== '' && value.new === value.again}
      isRunning={change.isRunning}
      error={change.error}
      onSave={() =>
        change.run({ OldPassword: value.old, NewPassword: value.new }, () => {
          notify({ type: 'success', content: texts.done });
          draft.reset();
        })
      }
      onDiscard={draft.reset}
    >
      <FormField label={texts.old}>{field('old', 'current-password')}</FormField>
      <FormField label={texts.new}>{field('new', 'new-password')}</FormField>
      <FormField label={texts.again} errorText={isAnother && texts.another}>
        {field('again', 'new-password')}
      </FormField>
    </EditForm>
  );
}
