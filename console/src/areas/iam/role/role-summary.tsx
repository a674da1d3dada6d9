import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { Time } from '../../../parts/time.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { iam } from '../../../texts/en/iam.ts';
import { roles as texts } from '../../../texts/en/roles.ts';
import { SessionField } from '../roles/role-fields.tsx';
import type { Role } from './use-role.ts';

/** What a role is, at a glance; what is said about it is changed in place. */
export function RoleSummary({ role }: { readonly role: Role }): JSX.Element {
  return (
    <EditableBox title={iam.summary} form={(close) => <DetailsForm role={role} onClose={close} />}>
      <KeyValues
        columns={4}
        long={[
          [iam.arn, <CopyText key="arn" text={role.Arn ?? ''} />],
          [texts.description, role.Description],
        ]}
        pairs={[
          [texts.session, texts.hours(hoursOf(role))],
          [texts.lastUsed, <Time key="used" date={role.RoleLastUsed?.LastUsedDate} />],
          [iam.path, role.Path],
          [iam.created, <Time key="created" date={role.CreateDate} />],
        ]}
      />
    </EditableBox>
  );
}

function DetailsForm({ role, onClose }: { readonly role: Role; onClose(): void }): JSX.Element {
  const update = useAction('iam', 'updateRole');
  const notify = useNotify();
  const draft = useDraft({ description: role.Description ?? '', hours: String(hoursOf(role)) });
  const { description, hours } = draft.value;
  const RoleName = role.RoleName ?? '';
  return (
    <SaveForm
      isRunning={update.isRunning}
      error={update.error}
      canSave={draft.isChanged}
      onCancel={onClose}
      onSave={() =>
        update.run(
          {
            RoleName,
            ...(description !== (role.Description ?? '') && { Description: description }),
            // "If you do not specify a value for this setting, the default value of one hour is applied" (API reference, `UpdateRole`).
            MaxSessionDuration: Math.round(Number(hours) * 3600),
          },
          () => {
            notify({ type: 'success', content: texts.saved(RoleName) });
            onClose();
          },
        )
      }
    >
      <FormField label={texts.description}>
        <Input
          value={description}
          onChange={({ detail }) => draft.set({ description: detail.value })}
          autoComplete={false}
        />
      </FormField>
      <SessionField hours={hours} onChange={(changed) => draft.set({ hours: changed })} />
    </SaveForm>
  );
}

function hoursOf({ MaxSessionDuration = 3600 }: Role): number {
  return MaxSessionDuration / 3600;
}
