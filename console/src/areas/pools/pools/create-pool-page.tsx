import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import { type JSX, useState } from 'react';
import { useSteps } from '../../../data/index.ts';
import { Page, useNotify } from '../../../page/index.ts';
import { SaveForm } from '../../../parts/save-form.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { useNavigate } from '../../../routing/index.ts';
import { useAws } from '../../../session/index.ts';
import { pools } from '../../../texts/en/pools.ts';
import { NEW_CLIENT, newClient } from '../clients/client-draft.ts';
import { POOL_TRAIL } from '../trail.ts';
import { isComplete, NEW_POOL, type PoolDraft, settingsOf } from './pool-draft.ts';
import { PoolFields } from './pool-fields.tsx';
import { poolPath } from './use-pools.ts';

const texts = pools.form;
const KINDS = Object.entries(texts.signInBy).map(([value, text]) => ({ value, ...text }));

/** Makes a user pool, with a first app client if one is named. */
export default function CreatePoolPage(): JSX.Element {
  const navigate = useNavigate();
  const notify = useNotify();
  const { value: draft, set } = useDraft(NEW_POOL);
  const [signInBy, setSignInBy] = useState('username');
  const [client, setClient] = useState('');
  const create = useCreatePool();
  return (
    <Page title={texts.create} trail={POOL_TRAIL}>
      <SaveForm
        header={<Header variant="h2">{texts.details}</Header>}
        isRunning={create.isRunning}
        error={create.error}
        canSave={isComplete(draft)}
        saveText={texts.create}
        onCancel={() => navigate('/user-pools')}
        onSave={() =>
          create.run({ draft, byEmail: signInBy === 'email', client }, (poolId) => {
            notify({ type: 'success', content: texts.created(draft.name) });
            navigate(poolPath(poolId));
          })
        }
      >
        <PoolFields draft={draft} onChange={set} />
        <FormField label={texts.signIn}>
          <RadioGroup
            ariaLabel={texts.signIn}
            value={signInBy}
            onChange={({ detail }) => setSignInBy(detail.value)}
            items={KINDS}
          />
        </FormField>
        <TextField label={texts.client} description={texts.clientHint} value={client} onChange={setClient} />
      </SaveForm>
    </Page>
  );
}

interface NewPool {
  readonly draft: PoolDraft;
  readonly byEmail: boolean;
  /** The name of its first app client; empty for none. */
  readonly client: string;
}

function useCreatePool() {
  const aws = useAws();
  return useSteps('cognito-idp', async ({ draft, byEmail, client }: NewPool) => {
    const { UserPool } = await aws.call('cognito-idp', 'createUserPool', {
      PoolName: draft.name,
      AutoVerifiedAttributes: ['email'],
      ...(byEmail && { UsernameAttributes: ['email'] }),
      ...settingsOf(draft),
    });
    const poolId = UserPool?.Id ?? '';
    try {
      if (client !== '') {
        await aws.call('cognito-idp', 'createUserPoolClient', newClient(poolId, { ...NEW_CLIENT, name: client }));
      }
    } catch (error) {
      // So that trying again does not make a second pool; a protected one stays, with a name to know it by.
      if (!draft.isProtected) await aws.call('cognito-idp', 'deleteUserPool', { UserPoolId: poolId });
      throw error;
    }
    return poolId;
  });
}
