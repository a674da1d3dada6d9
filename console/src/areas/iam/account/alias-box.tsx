import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { type JSX, useState } from 'react';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useAws, useSession } from '../../../session/index.ts';
import { account } from '../../../texts/en/iam-account.ts';
import { parts } from '../../../texts/en/parts.ts';
import { useAlias } from './use-account.ts';

const texts = account.alias;

/** The account's number and its name, by which its users sign in. */
export function AliasBox(): JSX.Element {
  const alias = useAlias();
  const id = useSession().signedIn?.identity.account ?? '';
  return (
    <QueryState query={alias}>
      {(saved) => (
        <EditableBox title={texts.title} form={(close) => <AliasForm saved={saved} onClose={close} />}>
          <KeyValues
            pairs={[
              [texts.id, <CopyText key="id" text={id} />],
              [texts.alias, saved === '' ? parts.none : <CopyText key="alias" text={saved} />],
              [texts.url, <CopyText key="url" text={`${location.origin}/console/`} />],
            ]}
          />
        </EditableBox>
      )}
    </QueryState>
  );
}

function AliasForm({ saved, onClose }: { readonly saved: string; onClose(): void }): JSX.Element {
  const aws = useAws();
  const notify = useNotify();
  const [alias, setAlias] = useState(saved);
  const save = useSteps('iam', (): Promise<unknown> => {
    if (alias === '') return aws.call('iam', 'deleteAccountAlias', { AccountAlias: saved });
    return aws.call('iam', 'createAccountAlias', { AccountAlias: alias });
  });
  return (
    <SaveForm
      isRunning={save.isRunning}
      error={save.error}
      canSave={alias !== saved}
      onCancel={onClose}
      onSave={() =>
        save.run(undefined, () => {
          notify({ type: 'success', content: alias === '' ? texts.removed : texts.done(alias) });
          onClose();
        })
      }
    >
      <FormField label={texts.alias} description={texts.hint} constraintText={texts.constraint}>
        <Input value={alias} onChange={({ detail }) => setAlias(detail.value)} autoFocus autoComplete={false} />
      </FormField>
    </SaveForm>
  );
}
