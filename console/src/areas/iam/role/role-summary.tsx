import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { Time } from '../../../parts/time.tsx';
import { iam } from '../../../texts/en/iam.ts';
import { roles as texts } from '../../../texts/en/roles.ts';
import { SessionField } from '../roles/role-fields.tsx';
import type { Role } from './use-role.ts';

/** What a role is, at a glance; what is said about it is changed in place. */
export function RoleSummary({ role }: { readonly role: Role }): JSX.Element {
  return (
    <EditableBox title={iam.summary} form={(close) => <DetailsForm role={role} onClose={close} />}>
      <KeyValues
        pairs={[
          [iam.arn, <CopyText key="arn" text={role.Arn ?? ''} />],
          [texts.session, texts.hours(hoursOf(role))],
          [texts.lastUsed, <Time key="used" date={role.RoleLastUsed?.LastUsedDate} />],
          [texts.description, role.Description],
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
  const [description, setDescription] = useState(role.Description ?? '');
  const [hours, setHours] = useState(String(hoursOf(role)));
  const RoleName = role.RoleName ?? '';
  // The rest stays as somebody else may have set it meanwhile.
  const changes = {
    ...(description !== (role.Description ?? '') && { Description: description }),
    ...(hours !== String(hoursOf(role)) && { MaxSessionDuration: Math.round(Number(hours) * 3600) }),
  };
  return (
    <SaveForm
      isRunning={update.isRunning}
      error={update.error}
      onCancel={onClose}
      onSave={() =>
        update.run({ RoleName, ...changes }, () => {
          notify({ type: 'success', content: texts.saved(RoleName) });
          onClose();
        })
      }
    >
      <FormField label={texts.description}>
        <Input value={description} onChange={({ detail }) => setDescription(detail.value)} autoComplete={false} />
      </FormField>
      <SessionField hours={hours} onChange={setHours} />
    </SaveForm>
  );
}

function hoursOf({ MaxSessionDuration = 3600 }: Role): number {
  return MaxSessionDuration / 3600;
}
