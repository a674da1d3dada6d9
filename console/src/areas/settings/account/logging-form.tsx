import Autosuggest from '@cloudscape-design/components/autosuggest';
import FormField from '@cloudscape-design/components/form-field';
import type { JSX } from 'react';
import { useAction, useAll } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { EditForm } from '../../../parts/edit-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { parts } from '../../../texts/en/parts.ts';
import { settings } from '../../../texts/en/settings.ts';

const texts = settings.account;

/** The role by which stages write logs. */
export function LoggingForm({ saved }: { readonly saved: string }): JSX.Element {
  const draft = useDraft({ role: saved });
  const roles = useAll('iam', 'listRoles', { MaxItems: 1000 }, ({ Roles }) => Roles);
  const update = useAction('apigateway', 'updateAccount');
  const notify = useNotify();
  // Of roles that somebody may not list, he types the ARN.
  const options = (roles.data ?? [])
    .filter(({ AssumeRolePolicyDocument = '' }) => AssumeRolePolicyDocument.includes('apigateway.amazonaws.com'))
    .map(({ Arn = '', Description }) => ({ value: Arn, ...(Description && { description: Description }) }));
  const save = (): void => {
    const path = '/cloudwatchRoleArn';
    const role = draft.value.role.trim();
    const change = role === '' ? ({ op: 'remove', path } as const) : ({ op: 'replace', path, value: role } as const);
    update.run({ patchOperations: [change] }, () => {
      notify({ type: 'success', content: texts.saved });
      draft.reset();
    });
  };
  return (
    <EditForm
      title={texts.logging}
      description={texts.loggingHint}
      isChanged={draft.isChanged}
      isRunning={update.isRunning}
      error={update.error}
      onSave={save}
      onDiscard={draft.reset}
    >
      <FormField label={texts.role} constraintText={texts.roleHint} stretch>
        <Autosuggest
          value={draft.value.role}
          onChange={({ detail }) => draft.set({ role: detail.value })}
          options={options}
          enteredTextLabel={texts.chooseRole}
          empty={texts.noRoles}
          virtualScroll
          placeholder="arn:aws:iam::000000000000:role/api-gateway-logs"
          statusType={roles.isPending ? 'loading' : 'finished'}
          loadingText={parts.loading}
        />
      </FormField>
    </EditForm>
  );
}
