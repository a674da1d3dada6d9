import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tiles from '@cloudscape-design/components/tiles';
import type { ComponentType, JSX } from 'react';
import { Page } from '../../page/index.ts';
import { ApiTypeChoice } from '../../parts/api-type-choice.tsx';
import { useQueryParam } from '../../routing/index.ts';
import { apis as texts } from '../../texts/en/apis.ts';
import { CloneApiForm } from './clone-api-form.tsx';
import { ExampleApiForm } from './example-api-form.tsx';
import { ImportApiForm } from './import-api-form.tsx';
import { NewApiForm } from './new-api-form.tsx';

const FORMS = { new: NewApiForm, import: ImportApiForm, clone: CloneApiForm, example: ExampleApiForm } satisfies Record<
  string,
  ComponentType
>;
type Kind = keyof typeof FORMS;
const KINDS: readonly Kind[] = ['new', 'clone', 'import', 'example'];

/** Makes a REST API, in one of AWS's console's four ways. */
export default function CreateApiPage(): JSX.Element {
  const [asked, setAsked] = useQueryParam('from');
  const kind = KINDS.find((known) => known === asked) ?? 'new';
  const Form = FORMS[kind];
  return (
    <Page title={texts.create.title} description={texts.create.description} trail={TRAIL}>
      <SpaceBetween size="l">
        <ApiTypeChoice chosen="REST" />
        <Container header={<Header variant="h2">{texts.create.how}</Header>}>
          <Tiles
            ariaLabel={texts.create.how}
            columns={4}
            value={kind}
            onChange={({ detail }) => setAsked(detail.value)}
            items={KINDS.map((value) => ({ value, ...texts.create.kinds[value] }))}
          />
        </Container>
        <Form key={kind} />
      </SpaceBetween>
    </Page>
  );
}

const TRAIL = [
  { text: texts.service, path: '/apis' },
  { text: texts.list.title, path: '/apis' },
];
