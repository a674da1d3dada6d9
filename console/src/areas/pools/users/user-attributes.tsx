import Box from '@cloudscape-design/components/box';
import { type JSX, useState } from 'react';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { MapEditor } from '../../../parts/map-editor.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useAws } from '../../../session/index.ts';
import { pools } from '../../../texts/en/pools.ts';
import type { PoolUser } from './use-users.ts';

interface Props {
  readonly poolId: string;
  readonly user: PoolUser;
}

const texts = pools.users.user;

/** What tokens tell of a user, changed in place; `sub` never changes. */
export function UserAttributes({ poolId, user }: Props): JSX.Element {
  const attributes = Object.entries(attributesOf(user));
  return (
    <EditableBox
      title={texts.attributes}
      description={texts.attributesHint}
      form={(close) => <AttributesForm poolId={poolId} user={user} close={close} />}
    >
      {attributes.length === 0 ? (
        <Box color="text-body-secondary">{texts.noAttributes}</Box>
      ) : (
        <KeyValues pairs={attributes} />
      )}
    </EditableBox>
  );
}

function AttributesForm({ poolId, user, close }: Props & { close(): void }): JSX.Element {
  // As they were when editing began: an attribute that comes meanwhile is not one that was taken away here.
  const [saved] = useState(() => attributesOf(user));
  const [wanted, setWanted] = useState(saved);
  const aws = useAws();
  const notify = useNotify();
  const save = useSteps('cognito-idp', async () => {
    const who = { UserPoolId: poolId, Username: user.Username };
    const set = Object.entries(wanted).filter(([name, value]) => saved[name] !== value);
    const gone = Object.keys(saved).filter((name) => !Object.hasOwn(wanted, name));
    if (set.length > 0) {
      const UserAttributes = set.map(([Name, Value]) => ({ Name, Value }));
      await aws.call('cognito-idp', 'adminUpdateUserAttributes', { ...who, UserAttributes });
    }
    if (gone.length > 0) {
      await aws.call('cognito-idp', 'adminDeleteUserAttributes', { ...who, UserAttributeNames: gone });
    }
  });
  return (
    <SaveForm
      isRunning={save.isRunning}
      error={save.error}
      onCancel={close}
      onSave={() =>
        save.run(undefined, () => {
          notify({ type: 'success', content: texts.saved });
          close();
        })
      }
    >
      <MapEditor
        value={wanted}
        onChange={setWanted}
        nameLabel={texts.attribute}
        valueLabel={texts.value}
        addText={texts.addAttribute}
        emptyText={texts.noAttributes}
        initial=""
      />
    </SaveForm>
  );
}

function attributesOf({ UserAttributes = [] }: PoolUser): Readonly<Record<string, string>> {
  return Object.fromEntries(
    UserAttributes.filter(({ Name }) => Name !== 'sub').map(({ Name = '', Value = '' }) => [Name, Value]),
  );
}
