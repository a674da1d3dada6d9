import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { type JSX, type ReactNode, useState } from 'react';
import { parts as texts } from '../texts/en/parts.ts';

interface Props {
  readonly title: string;
  readonly description?: ReactNode;
  /** False where there is nothing that could be changed. */
  readonly canEdit?: boolean;
  /** What is there. */
  readonly children: ReactNode;
  /** The form that stands in its place while it is changed. */
  form(close: () => void): ReactNode;
}

/** Settings that are shown, and changed where they are shown. */
export function EditableBox({ title, description, canEdit = true, children, form }: Props): JSX.Element {
  const [isEditing, setEditing] = useState(false);
  const edit = (
    <Button onClick={() => setEditing(true)} ariaLabel={texts.editOf(title)}>
      {texts.edit}
    </Button>
  );
  return (
    <Container
      header={
        <Header variant="h2" description={description} actions={isEditing || !canEdit ? undefined : edit}>
          {title}
        </Header>
      }
    >
      {isEditing ? form(() => setEditing(false)) : children}
    </Container>
  );
}
