import Box from '@cloudscape-design/components/box';
import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { PickManyField } from '../../../parts/pick-many-field.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { pools } from '../../../texts/en/pools.ts';
import { useIssuer } from '../pools/use-issuer.ts';
import { scopesOf, useResourceServers } from '../scopes/use-resource-servers.ts';
import { otherGrants, ownScopes, tokenCommand, withOwnScopes } from './own-scopes.ts';
import type { AppClient } from './use-clients.ts';

interface Props {
  readonly client: AppClient;
}

const texts = pools.ownAccess;

/** What an application may get tokens for without a user (developer guide, "Scopes, M2M, and resource servers"). */
export function OwnAccess({ client }: Props): JSX.Element {
  const { UserPoolId: poolId = '', ClientSecret: secret } = client;
  const issuer = useIssuer(poolId);
  const scopes = ownScopes(client);
  const grants = otherGrants(client);
  const reason =
    secret === undefined ? texts.needsSecret : grants.length > 0 ? texts.otherGrants(grants.join(', ')) : '';
  const endpoint = issuer.data?.token_endpoint;
  return (
    <EditableBox
      title={texts.title}
      description={texts.hint}
      canEdit={reason === ''}
      form={(close) => <ScopesForm client={client} close={close} />}
    >
      {reason !== '' && <Box color="text-body-secondary">{reason}</Box>}
      {reason === '' && (
        <KeyValues
          columns={1}
          pairs={[
            [texts.scopes, scopes.length === 0 ? texts.off : scopes.join(', ')],
            ...(scopes.length > 0 && endpoint !== undefined
              ? ([[texts.curl, <CopyText key="curl" text={tokenCommand(client, endpoint)} />]] as const)
              : []),
          ]}
        />
      )}
    </EditableBox>
  );
}

function ScopesForm({ client, close }: Props & { close(): void }): JSX.Element {
  const { value: draft, isChanged, set } = useDraft({ scopes: ownScopes(client) });
  const servers = useResourceServers(client.UserPoolId ?? '');
  const update = useAction('cognito-idp', 'updateUserPoolClient');
  const notify = useNotify();
  return (
    <SaveForm
      isRunning={update.isRunning}
      error={update.error}
      canSave={isChanged}
      onCancel={close}
      onSave={() =>
        update.run(withOwnScopes(client, draft.scopes), () => {
          notify({ type: 'success', content: texts.done });
          close();
        })
      }
    >
      <PickManyField
        label={texts.scopes}
        description={texts.scopesHint}
        placeholder={texts.choose}
        empty={texts.noScopes}
        query={servers}
        options={(servers.data ?? []).flatMap(scopesOf).map((scope) => ({ value: scope, label: scope }))}
        selected={draft.scopes}
        onSelect={(scopes) => set({ scopes })}
      />
    </SaveForm>
  );
}
