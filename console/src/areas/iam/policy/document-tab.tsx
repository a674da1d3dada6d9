import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { JSX } from 'react';
import { CodeEditor } from '../../../parts/code-editor/index.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { useQueryParam } from '../../../routing/index.ts';
import { parts } from '../../../texts/en/parts.ts';
import { policies as texts } from '../../../texts/en/policies.ts';
import { policyText } from '../policy-text.ts';
import { NewVersionForm } from './new-version-form.tsx';
import { useVersion } from './use-policy.ts';

interface Props {
  readonly arn: string;
  /** The default one. */
  readonly versionId: string;
  /** Whether it can be changed: AWS's cannot. */
  readonly isOwn: boolean;
}

/** What a policy says now, and a form that makes it say something else. */
export function DocumentTab({ arn, versionId, isOwn }: Props): JSX.Element {
  const version = useVersion(arn, versionId);
  const [dialog, setDialog] = useQueryParam('dialog');
  const isEditing = isOwn && dialog === 'edit';
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={isOwn ? texts.ownHint : texts.awsHint}
          actions={isOwn && !isEditing && <Button onClick={() => setDialog('edit')}>{parts.edit}</Button>}
        >
          {texts.document}
        </Header>
      }
    >
      <QueryState query={version}>
        {({ PolicyVersion }) => {
          const text = policyText(PolicyVersion?.Document);
          if (isEditing) return <NewVersionForm arn={arn} saved={text} onClose={() => setDialog('')} />;
          return <CodeEditor language="json" label={texts.document} value={text} maxLines={40} />;
        }}
      </QueryState>
    </Container>
  );
}
