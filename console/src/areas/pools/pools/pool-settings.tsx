import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { pools } from '../../../texts/en/pools.ts';
import { draftOf, isComplete, poolUpdate } from './pool-draft.ts';
import { PoolFields } from './pool-fields.tsx';
import type { UserPool } from './use-pools.ts';

interface Props {
  readonly pool: UserPool;
}

const texts = pools.overview;

/** How users sign up and in, changed in place. */
export function PoolSettings({ pool }: Props): JSX.Element {
  const { selfSignUp, minimum, needs, isProtected } = draftOf(pool);
  return (
    <EditableBox title={pools.form.details} form={(close) => <SettingsForm pool={pool} close={close} />}>
      <KeyValues
        pairs={[
          [texts.signIn, signInText(pool)],
          [texts.selfSignUp, selfSignUp ? texts.open : texts.closed],
          [
            texts.password,
            texts.passwordRule(
              Number(minimum),
              needs.map((need) => pools.form.needs[need]),
            ),
          ],
          [texts.protection, isProtected ? texts.on : texts.off],
        ]}
      />
    </EditableBox>
  );
}

function signInText({ UsernameAttributes = [], AliasAttributes = [] }: UserPool): string {
  if (UsernameAttributes.length > 0) return UsernameAttributes.join(', ');
  return AliasAttributes.length > 0 ? texts.byAlias(AliasAttributes.join(', ')) : texts.byUsername;
}

function SettingsForm({ pool, close }: Props & { close(): void }): JSX.Element {
  const { value: draft, isChanged, set } = useDraft(draftOf(pool));
  const update = useAction('cognito-idp', 'updateUserPool');
  const notify = useNotify();
  return (
    <SaveForm
      isRunning={update.isRunning}
      error={update.error}
      canSave={isChanged && isComplete(draft)}
      onCancel={close}
      onSave={() =>
        update.run(poolUpdate(draft, pool), () => {
          notify({ type: 'success', content: pools.form.saved });
          close();
        })
      }
    >
      <PoolFields draft={draft} onChange={set} />
    </SaveForm>
  );
}
