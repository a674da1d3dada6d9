import Link from '@cloudscape-design/components/link';
import type { JSX } from 'react';
import { useNotify } from '../../../page/index.ts';
import { EditForm } from '../../../parts/edit-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { useHref } from '../../../routing/index.ts';
import { functionSettings } from '../../../texts/en/function-settings.ts';
import { RoleField } from '../role-field.tsx';
import type { Configuration } from '../use-functions.ts';
import { useUpdateConfiguration } from './use-update-configuration.ts';

const texts = functionSettings.role;

/** The role that the function runs with. */
export function RoleForm({ configuration }: { readonly configuration: Configuration }): JSX.Element {
  const { Role = '' } = configuration;
  const draft = useDraft({ role: Role });
  const update = useUpdateConfiguration(configuration);
  const notify = useNotify();
  const href = useHref();
  const name = Role.split('/').at(-1) ?? '';
  return (
    <EditForm
      title={texts.title}
      description={texts.hint}
      isChanged={draft.isChanged && draft.value.role.trim() !== ''}
      canDiscard={draft.isChanged}
      isRunning={update.isRunning}
      error={update.error}
      onSave={() =>
        update.run({ Role: draft.value.role.trim() }, () => {
          notify({ type: 'success', content: functionSettings.saved });
          draft.reset();
        })
      }
      onDiscard={draft.reset}
    >
      <RoleField value={draft.value.role} onChange={(role) => draft.set({ role })} />
      <Link href={href(`/iam/roles/${encodeURIComponent(name)}`)}>{texts.open(name)}</Link>
    </EditForm>
  );
}
