import Header from '@cloudscape-design/components/header';
import type { JSX } from 'react';
import { Page, useNotify } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { useNavigate, usePageParams } from '../../../routing/index.ts';
import { authorizers as texts } from '../../../texts/en/authorizers.ts';
import { isComplete, NEW_DRAFT } from './draft.ts';
import { AuthorizerFields } from './form/authorizer-fields.tsx';
import { useSaveAuthorizer } from './use-save-authorizer.ts';

/** Makes an authorizer. */
export default function CreateAuthorizerPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const trail = useApiTrail(apiId);
  const navigate = useNavigate();
  const notify = useNotify();
  const { value: draft, set } = useDraft(NEW_DRAFT);
  const create = useSaveAuthorizer(apiId);
  const list = `/apis/${apiId}/authorizers`;
  return (
    <Page title={texts.create.title} trail={[...trail, { text: texts.title, path: list }]}>
      <SaveForm
        header={<Header variant="h2">{texts.details.title}</Header>}
        isRunning={create.isRunning}
        error={create.error}
        canSave={isComplete(draft)}
        saveText={texts.create.button}
        onCancel={() => navigate(list)}
        onSave={() =>
          create.run(draft, ({ id = '' }) => {
            notify({ type: 'success', content: texts.create.done(draft.name) });
            navigate(`${list}/${id}`);
          })
        }
      >
        <AuthorizerFields draft={draft} set={set} isNew />
      </SaveForm>
    </Page>
  );
}
