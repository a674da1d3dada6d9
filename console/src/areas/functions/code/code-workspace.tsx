import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useEffect } from 'react';
import { useNotify } from '../../../page/index.ts';
import { ErrorAlert } from '../../../parts/error-alert.tsx';
import { useQueryParam } from '../../../routing/index.ts';
import { functions } from '../../../texts/en/functions.ts';
import type { FunctionOutput } from '../use-functions.ts';
import type { CodeFile } from '../zip/code-file.ts';
import { CodeConflict } from './code-conflict.tsx';
import { changed, withFile } from './draft.ts';
import { FileDialogs } from './file-dialogs.tsx';
import { FileEditor } from './file-editor.tsx';
import { FileSelect } from './file-select.tsx';
import { useCodeDraft } from './use-code-draft.ts';
import { useDeploy } from './use-deploy.ts';
import { WorkspaceHeader } from './workspace-header.tsx';

const texts = functions.code;

interface Props {
  readonly found: FunctionOutput;
  /** The files that are deployed. */
  readonly base: readonly CodeFile[];
}

/** A function's files, edited in place and deployed together. */
export function CodeWorkspace({ found, base }: Props): JSX.Element {
  const { FunctionName = '', CodeSha256 = '', RevisionId = '' } = found.Configuration ?? {};
  const { draft, set, deployed, discard } = useCodeDraft(FunctionName, CodeSha256);
  const deploy = useDeploy(FunctionName);
  const notify = useNotify();
  const [path, setPath] = useQueryParam('file');
  const files = changed(base, draft);
  const file = files.find((each) => each.path === path) ?? files[0];
  const isChanged = draft.changes.size > 0;
  // While it is being deployed, the other code is one's own.
  const isConflict = isChanged && draft.baseSha !== CodeSha256 && !deploy.isRunning;
  useLeaveWarning(isChanged);
  return (
    <Container
      header={
        <WorkspaceHeader
          found={found}
          changes={draft.changes.size}
          canDeploy={isChanged && !isConflict}
          isDeploying={deploy.isRunning}
          onDiscard={discard}
          onDeploy={() =>
            deploy.run({ code: files, revisionId: RevisionId }, ({ CodeSha256: sha = '' }) => {
              notify({ type: 'success', content: texts.deployed });
              deployed(draft, sha);
            })
          }
        />
      }
    >
      <SpaceBetween size="s">
        {deploy.error && !isConflict && <ErrorAlert error={deploy.error} />}
        {isConflict && (
          <CodeConflict
            onKeep={() => {
              deploy.reset();
              set({ ...draft, baseSha: CodeSha256 });
            }}
            onDiscard={() => {
              deploy.reset();
              discard();
            }}
          />
        )}
        <FileSelect files={files} selected={file?.path ?? ''} onSelect={setPath} changes={draft.changes} />
        {file && <FileEditor file={file} onChange={(edited) => set(withFile(draft, base, edited))} />}
        <FileDialogs files={files} base={base} file={file} draft={draft} onChange={set} onSelect={setPath} />
      </SpaceBetween>
    </Container>
  );
}

/** A reload and a closed tab would lose what is not deployed. */
function useLeaveWarning(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isNeeded]);
}
