import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { JSX } from 'react';
import type { DocumentationPart } from '../../../../../src/model/documentation/index.ts';
import { JsonEditor } from '../../../parts/json-editor/index.tsx';
import { useHref } from '../../../routing/index.ts';
import { documentation } from '../../../texts/en/documentation.ts';
import { locationText, partPath } from '../location.ts';

const texts = documentation.part;

interface Props {
  readonly apiId: string;
  readonly part: DocumentationPart;
  /** Whether it is the content that counts; else there is a closer one. */
  readonly isUsed: boolean;
}

/** The content of the closest broader part. */
export function InheritedContent({ apiId, part, isUsed }: Props): JSX.Element {
  const href = useHref();
  const from = locationText(part.location);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={isUsed ? texts.inheritedHint(from) : texts.overridden(from)}
          actions={<Button href={href(partPath(apiId, part.location))}>{texts.toSource}</Button>}
        >
          {texts.inherited}
        </Header>
      }
    >
      <JsonEditor value={part.properties} label={texts.inherited} minLines={3} />
    </Container>
  );
}
