import FormField from '@cloudscape-design/components/form-field';
import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { areWhole, type Pair, PairEditor } from '../../../parts/pair-editor.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { pools } from '../../../texts/en/pools.ts';
import type { ResourceServer } from './use-resource-servers.ts';

interface Props {
  readonly poolId: string;
  /** Absent for one that is new. */
  readonly saved?: ResourceServer;
  onClose(): void;
}

interface ServerDraft {
  readonly name: string;
  readonly identifier: string;
  /** Names of scopes with their descriptions. */
  readonly scopes: readonly Pair[];
}

const texts = pools.resourceServers;

/** Makes a resource server, or changes one; what it is known by stays. */
export function ResourceServerForm({ poolId, saved, onClose }: Props): JSX.Element {
  const { value: draft, isChanged, set } = useDraft(draftOf(saved ?? {}));
  const { name, identifier, scopes } = draft;
  const create = useAction('cognito-idp', 'createResourceServer');
  const update = useAction('cognito-idp', 'updateResourceServer');
  const action = saved ? update : create;
  const notify = useNotify();
  const input = {
    UserPoolId: poolId,
    Identifier: identifier,
    Name: name,
    Scopes: scopes.map(({ key, value }) => ({ ScopeName: key, ScopeDescription: value })),
  };
  return (
    <Dialog
      title={saved ? texts.editTitle(name) : texts.create}
      action={saved ? texts.edit : texts.create}
      size="large"
      isReady={isChanged && name.trim() !== '' && identifier !== '' && areDescribed(scopes)}
      isRunning={action.isRunning}
      error={action.error}
      onDismiss={onClose}
      onSubmit={() =>
        action.run(input, () => {
          notify({ type: 'success', content: texts.done(name) });
          onClose();
        })
      }
    >
      <TextField label={texts.name} value={name} onChange={(value) => set({ name: value })} autoFocus />
      {!saved && (
        <TextField
          label={texts.identifier}
          description={texts.identifierHint}
          value={identifier}
          onChange={(value) => set({ identifier: value })}
        />
      )}
      <FormField label={texts.scopes} description={texts.scopesHint} stretch>
        <PairEditor texts={texts.pairs} pairs={scopes} onChange={(pairs) => set({ scopes: pairs })} />
      </FormField>
    </Dialog>
  );
}

/** A scope has a description, by the API's own rules. */
function areDescribed(scopes: readonly Pair[]): boolean {
  return areWhole(scopes) && scopes.every(({ value }) => value !== '');
}

function draftOf({ Name: name = '', Identifier: identifier = '', Scopes = [] }: ResourceServer): ServerDraft {
  const scopes = Scopes.map(({ ScopeName: key = '', ScopeDescription: value = '' }) => ({ key, value }));
  return { name, identifier, scopes };
}
