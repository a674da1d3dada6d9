import Header from '@cloudscape-design/components/header';
import Toggle from '@cloudscape-design/components/toggle';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { Page, useNotify } from '../../../page/index.ts';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { useNavigate, usePageParams } from '../../../routing/index.ts';
import { pools } from '../../../texts/en/pools.ts';
import { poolPath } from '../pools/use-pools.ts';
import { usePoolTrail } from '../trail.ts';
import { isComplete, NEW_CLIENT, newClient } from './client-draft.ts';
import { ClientFields } from './client-fields.tsx';
import { clientPath } from './use-clients.ts';

const texts = pools.clients;

/** Makes an app client. */
export default function CreateClientPage(): JSX.Element {
  const { poolId } = usePageParams('poolId');
  const trail = usePoolTrail(poolId, 'clients');
  const navigate = useNavigate();
  const notify = useNotify();
  const { value: draft, set } = useDraft(NEW_CLIENT);
  const [hasSecret, setHasSecret] = useState(false);
  const create = useAction('cognito-idp', 'createUserPoolClient');
  return (
    <Page title={texts.create} trail={trail}>
      <SaveForm
        header={<Header variant="h2">{texts.details}</Header>}
        isRunning={create.isRunning}
        error={create.error}
        canSave={isComplete(draft)}
        saveText={texts.create}
        onCancel={() => navigate(`${poolPath(poolId)}?tab=clients`)}
        onSave={() =>
          create.run(newClient(poolId, draft, hasSecret), ({ UserPoolClient }) => {
            notify({ type: 'success', content: texts.created(draft.name) });
            navigate(clientPath(poolId, UserPoolClient?.ClientId ?? ''));
          })
        }
      >
        <ClientFields draft={draft} onChange={set} />
        <Toggle
          checked={hasSecret}
          description={texts.secretHint}
          onChange={({ detail }) => setHasSecret(detail.checked)}
        >
          {texts.secret}
        </Toggle>
      </SaveForm>
    </Page>
  );
}
