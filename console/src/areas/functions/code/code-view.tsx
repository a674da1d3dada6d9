import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useQueryParam } from '../../../routing/index.ts';
import { functions } from '../../../texts/en/functions.ts';
import type { FunctionOutput } from '../use-functions.ts';
import type { CodeFile } from '../zip/code-file.ts';
import { CodeActions } from './code-actions.tsx';
import { FileEditor } from './file-editor.tsx';
import { FileSelect } from './file-select.tsx';

interface Props {
  readonly found: FunctionOutput;
  readonly files: readonly CodeFile[];
}

/** The code of a published version, to be read. */
export function CodeView({ found, files }: Props): JSX.Element {
  const [path, setPath] = useQueryParam('file');
  const file = files.find((each) => each.path === path) ?? files[0];
  return (
    <Container
      header={
        <Header variant="h2" actions={<CodeActions found={found} isFixed />}>
          {functions.code.title}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <FileSelect files={files} selected={file?.path ?? ''} onSelect={setPath} />
        {file && <FileEditor file={file} />}
      </SpaceBetween>
    </Container>
  );
}
