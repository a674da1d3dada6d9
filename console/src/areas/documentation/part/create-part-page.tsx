import Container from '@cloudscape-design/components/container';
import { type JSX, useState } from 'react';
import type { DocumentationPartLocation } from '../../../../../src/model/documentation/index.ts';
import { useAction } from '../../../data/index.ts';
import { Page, useNotify } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useNavigate, usePageParams } from '../../../routing/index.ts';
import { documentation } from '../../../texts/en/documentation.ts';
import { partPath } from '../location.ts';
import { LocationFields } from './location-fields.tsx';
import { isContent, PropertiesField } from './properties-field.tsx';

const texts = documentation.part;
/** The broadest of the parts that give their content on. */
const START: DocumentationPartLocation = { type: 'RESPONSE', path: '/', method: '*', statusCode: '*' };

/** Writes a part for any location, such as one that others inherit from. */
export default function CreatePartPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const trail = useApiTrail(apiId);
  const navigate = useNavigate();
  const notify = useNotify();
  const create = useAction('apigateway', 'createDocumentationPart');
  const [location, setLocation] = useState(START);
  const [properties, setProperties] = useState('{\n  "description": ""\n}');
  const list = `/apis/${apiId}/documentation`;
  const save = (): void =>
    create.run({ restApiId: apiId, location, properties }, () => {
      notify({ type: 'success', content: texts.saved });
      navigate(partPath(apiId, location));
    });
  return (
    <Page title={texts.createTitle} trail={[...trail, { text: texts.listTitle, path: list }]}>
      <Container>
        <SaveForm
          isRunning={create.isRunning}
          error={create.error}
          canSave={isContent(properties) && location.name !== ''}
          onSave={save}
          onCancel={() => navigate(list)}
        >
          <LocationFields value={location} onChange={setLocation} />
          <PropertiesField value={properties} onChange={setProperties} />
        </SaveForm>
      </Container>
    </Page>
  );
}
