import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import { functions } from '../../../texts/en/functions.ts';
import type { FunctionOutput } from '../use-functions.ts';
import { CodeActions } from './code-actions.tsx';

const texts = functions.code;

interface Props {
  readonly found: FunctionOutput;
  /** Files that are not deployed. */
  readonly changes: number;
  readonly canDeploy: boolean;
  readonly isDeploying: boolean;
  onDiscard(): void;
  onDeploy(): void;
}

/** How far the draft is, and what can be done with it. */
export function WorkspaceHeader(props: Props): JSX.Element {
  const { found, changes, canDeploy, isDeploying, onDiscard, onDeploy } = props;
  return (
    <Header
      variant="h2"
      actions={
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <Box aria-live="polite">
            <StatusIndicator type={isDeploying ? 'in-progress' : changes > 0 ? 'warning' : 'success'}>
              {isDeploying ? texts.deploying : changes > 0 ? texts.undeployed(changes) : texts.upToDate}
            </StatusIndicator>
          </Box>
          <CodeActions found={found} withFiles />
          <Button disabled={changes === 0 || isDeploying} onClick={onDiscard}>
            {texts.discard}
          </Button>
          <Button variant="primary" disabled={!canDeploy} loading={isDeploying} onClick={onDeploy}>
            {texts.deploy}
          </Button>
        </SpaceBetween>
      }
    >
      {texts.title}
    </Header>
  );
}
