import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { EditForm } from '../../../parts/edit-form.tsx';
import { isPolicy, PolicyEditor } from '../../../parts/policy-editor/index.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { roles } from '../../../texts/en/roles.ts';

const texts = roles.trust;

interface Props {
  readonly roleName: string;
  readonly saved: string;
}

/** Who may assume a role. */
export function TrustTab({ roleName, saved }: Props): JSX.Element {
  const draft = useDraft({ text: saved });
  const update = useAction('iam', 'updateAssumeRolePolicy');
  const notify = useNotify();
  const { text } = draft.value;
  return (
    <EditForm
      title={texts.title}
      description={texts.hint}
      canDiscard={draft.isChanged}
      isChanged={draft.isChanged && isPolicy(text, 'trust')}
      isRunning={update.isRunning}
      error={update.error}
      onSave={() =>
        update.run({ RoleName: roleName, PolicyDocument: text }, () => {
          notify({ type: 'success', content: texts.saved(roleName) });
          draft.reset();
        })
      }
      onDiscard={draft.reset}
    >
      <PolicyEditor
        kind="trust"
        label={texts.document}
        value={text}
        onChange={(changed) => draft.set({ text: changed })}
        minLines={12}
      />
    </EditForm>
  );
}
