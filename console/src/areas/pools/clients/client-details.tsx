import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { Time } from '../../../parts/time.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { pools } from '../../../texts/en/pools.ts';
import { clientUpdate, draftOf, type Flow, isComplete } from './client-draft.ts';
import { ClientFields } from './client-fields.tsx';
import { ClientSecret } from './client-secret.tsx';
import type { AppClient } from './use-clients.ts';

interface Props {
  readonly client: AppClient;
}

const texts = pools.clients;
const FLOW_TEXTS: Readonly<Record<string, { readonly label: string }>> = texts.flowNames;
const flowText = (flow: Flow): string => FLOW_TEXTS[flow]?.label ?? flow;

/** What a client is, changed in place. Its secret never changes. */
export function ClientDetails({ client }: Props): JSX.Element {
  const { flows, accessMinutes, idMinutes, refreshDays } = draftOf(client);
  const { ClientId = '', ClientSecret: secret, CreationDate, LastModifiedDate } = client;
  return (
    <EditableBox title={texts.details} form={(close) => <DetailsForm client={client} close={close} />}>
      <KeyValues
        columns={2}
        pairs={[
          [texts.columns.id, <CopyText key="id" text={ClientId} />],
          [texts.clientSecret, <ClientSecret key="secret" secret={secret} />],
          [texts.flows, flows.map(flowText).join('; ')],
          [texts.validity, texts.validityText(accessMinutes, idMinutes, refreshDays)],
          [texts.createdAt, <Time key="created" date={CreationDate} />],
          [texts.modified, <Time key="modified" date={LastModifiedDate} />],
        ]}
      />
    </EditableBox>
  );
}

function DetailsForm({ client, close }: Props & { close(): void }): JSX.Element {
  const { value: draft, isChanged, set } = useDraft(draftOf(client));
  const update = useAction('cognito-idp', 'updateUserPoolClient');
  const notify = useNotify();
  return (
    <SaveForm
      isRunning={update.isRunning}
      error={update.error}
      canSave={isChanged && isComplete(draft)}
      onCancel={close}
      onSave={() =>
        update.run(clientUpdate(draft, client), () => {
          notify({ type: 'success', content: texts.saved });
          close();
        })
      }
    >
      <ClientFields draft={draft} onChange={set} />
    </SaveForm>
  );
}
