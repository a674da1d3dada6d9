import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import type { JSX } from 'react';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { EditForm } from '../../../parts/edit-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { useAws } from '../../../session/index.ts';
import { providers as texts } from '../../../texts/en/identity-providers.ts';
import { linesOf } from '../lines.ts';

interface Props {
  readonly arn: string;
  readonly clients: readonly string[];
  readonly thumbprints: readonly string[];
}

/** For which clients tokens must be made, and what the provider's certificates are known by. */
export function ProviderLists({ arn, clients, thumbprints }: Props): JSX.Element {
  const saved = { clients: clients.join('\n'), thumbprints: thumbprints.join('\n') };
  const draft = useDraft(saved);
  const save = useSaveLists(arn, clients, thumbprints);
  const notify = useNotify();
  return (
    <EditForm
      title={texts.lists.title}
      description={texts.lists.hint}
      isChanged={draft.isChanged}
      isRunning={save.isRunning}
      error={save.error}
      onSave={() =>
        save.run(draft.value, () => {
          notify({ type: 'success', content: texts.lists.done });
          draft.reset();
        })
      }
      onDiscard={draft.reset}
    >
      <FormField label={texts.create.clients} description={texts.create.clientsHint}>
        <Textarea
          value={draft.value.clients}
          spellcheck={false}
          onChange={({ detail }) => draft.set({ clients: detail.value })}
        />
      </FormField>
      <FormField label={texts.create.thumbprints} description={texts.create.thumbprintsHint}>
        <Textarea
          value={draft.value.thumbprints}
          spellcheck={false}
          onChange={({ detail }) => draft.set({ thumbprints: detail.value })}
        />
      </FormField>
    </EditForm>
  );
}

/** IAM adds and removes clients one by one, and takes all thumbprints at once. */
function useSaveLists(arn: string, clients: readonly string[], thumbprints: readonly string[]) {
  const aws = useAws();
  return useSteps('iam', async (typed: { readonly clients: string; readonly thumbprints: string }) => {
    const provider = { OpenIDConnectProviderArn: arn };
    const wanted = linesOf(typed.clients);
    for (const ClientID of wanted.filter((id) => !clients.includes(id))) {
      await aws.call('iam', 'addClientIDToOpenIDConnectProvider', { ...provider, ClientID });
    }
    for (const ClientID of clients.filter((id) => !wanted.includes(id))) {
      await aws.call('iam', 'removeClientIDFromOpenIDConnectProvider', { ...provider, ClientID });
    }
    const ThumbprintList = linesOf(typed.thumbprints);
    if (ThumbprintList.join() === thumbprints.join()) return;
    await aws.call('iam', 'updateOpenIDConnectProviderThumbprint', { ...provider, ThumbprintList });
  });
}
