import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { Failure } from '../../../parts/failure.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { functions } from '../../../texts/en/functions.ts';
import type { FunctionOutput } from '../use-functions.ts';
import { ZipError } from '../zip/zip.ts';
import { CodeActions } from './code-actions.tsx';
import { CodeView } from './code-view.tsx';
import { CodeWorkspace } from './code-workspace.tsx';
import { usePackage } from './use-package.ts';

const texts = functions.code;
/** As AWS's console has it (Lambda guide, "Deploying .zip file archives"). */
const EDITED_BYTES = 3 * 1024 * 1024;

interface Props {
  readonly found: FunctionOutput;
  /** Whether it is a published version. */
  readonly isFixed: boolean;
}

/** A function's code: to be edited where it is small, and else to be fetched and replaced. */
export function CodeTab({ found, isFixed }: Props): JSX.Element {
  const { Configuration: { CodeSize = 0 } = {}, Code } = found;
  if (Code?.Location === undefined) return <WithoutEditor found={found} isFixed={isFixed} text={texts.noZip} />;
  if (CodeSize > EDITED_BYTES) {
    return <WithoutEditor found={found} isFixed={isFixed} text={texts.tooLarge(functions.size(CodeSize))} />;
  }
  return <Editable found={found} isFixed={isFixed} location={Code.Location} />;
}

function Editable({ found, isFixed, location }: Props & { readonly location: string }): JSX.Element {
  const files = usePackage(found.Configuration?.CodeSha256 ?? '', location);
  if (files.error instanceof ZipError) {
    return (
      <SpaceBetween size="l">
        <Failure title={texts.broken} message={files.error.message} />
        <WithoutEditor found={found} isFixed={isFixed} />
      </SpaceBetween>
    );
  }
  return (
    <QueryState query={files}>
      {(base) => (isFixed ? <CodeView found={found} files={base} /> : <CodeWorkspace found={found} base={base} />)}
    </QueryState>
  );
}

function WithoutEditor({ found, isFixed, text }: Props & { readonly text?: string }): JSX.Element {
  return (
    <Container
      header={
        <Header variant="h2" actions={<CodeActions found={found} isFixed={isFixed} />}>
          {texts.title}
        </Header>
      }
    >
      {text !== undefined && <Alert type="info">{text}</Alert>}
    </Container>
  );
}
