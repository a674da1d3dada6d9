import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useSearch } from 'wouter';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { useNavigate, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { documentation } from '../../../texts/en/documentation.ts';
import type { Documented } from '../documented.ts';
import { locationIn, locationKey, locationText } from '../location.ts';
import { useDocumentation } from '../use-documentation.ts';
import { DeletePart } from './delete-part.tsx';
import { Heirs } from './heirs.tsx';
import { InheritedContent } from './inherited-content.tsx';
import { PartForm } from './part-form.tsx';

const texts = documentation.part;

/** What is written about one entity, or about many: its content, what it inherits, and who inherits from it. */
export default function PartPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const location = locationIn(new URLSearchParams(useSearch()));
  const key = locationKey(location);
  const trail = useApiTrail(apiId);
  const navigate = useNavigate();
  const documented = useDocumentation(apiId);
  const [dialog, setDialog] = useQueryParam('dialog');
  const found = documented.data?.all.find((one) => locationKey(one.location) === key);
  const shown: Documented = found ?? { location, own: undefined, inherited: undefined };
  const list = `/apis/${apiId}/documentation`;
  return (
    <Page
      title={locationText(location)}
      trail={[...trail, { text: texts.listTitle, path: list }]}
      actions={shown.own && <Button onClick={() => setDialog('delete')}>{texts.delete}</Button>}
    >
      <QueryState query={documented}>
        {({ all }) => (
          <SpaceBetween size="l">
            <Container>
              <PartForm key={shown.own?.id ?? key} apiId={apiId} documented={shown} onCancel={() => navigate(list)} />
            </Container>
            {shown.inherited && <InheritedContent apiId={apiId} part={shown.inherited} isUsed={!shown.own} />}
            {shown.own && <Heirs apiId={apiId} part={shown.own} all={all} />}
          </SpaceBetween>
        )}
      </QueryState>
      {dialog === 'delete' && shown.own && (
        <DeletePart
          apiId={apiId}
          part={shown.own}
          onClose={() => setDialog('')}
          onDeleted={() => navigate(list, { replace: true })}
        />
      )}
    </Page>
  );
}
