import Container from '@cloudscape-design/components/container';
import type { JSX } from 'react';
import { Page, useNotify } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { useNavigate, usePageParams } from '../../../routing/index.ts';
import { http } from '../../../texts/en/http.ts';
import { AuthorizerFields } from './authorizer-fields.tsx';
import { isWhole, NEW_AUTHORIZER } from './draft.ts';
import { useSaveAuthorizer } from './use-save-authorizer.ts';

const texts = http.authorizers.create;

/** Makes an authorizer; routes choose it afterwards. */
export default function CreateAuthorizerPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const trail = useApiTrail(apiId);
  const navigate = useNavigate();
  const notify = useNotify();
  const { value: draft, set } = useDraft(NEW_AUTHORIZER);
  const save = useSaveAuthorizer(apiId);
  const list = `/apis/${apiId}/authorizers`;
  return (
    <Page title={texts.title} trail={[...trail, { text: http.authorizers.title, path: list }]}>
      <Container>
        <SaveForm
          saveText={texts.button}
          canSave={isWhole(draft)}
          isRunning={save.isRunning}
          error={save.error}
          onSave={() =>
            save.run(draft, ({ AuthorizerId, Name = '' }) => {
              notify({ type: 'success', content: texts.done(Name) });
              navigate(`${list}/${AuthorizerId}`);
            })
          }
          onCancel={() => navigate(list)}
        >
          <AuthorizerFields draft={draft} isTypeFixed={false} onChange={set} />
        </SaveForm>
      </Container>
    </Page>
  );
}
