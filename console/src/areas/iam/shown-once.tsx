import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ComponentProps, JSX } from 'react';
import { KeyValues } from '../../parts/key-values.tsx';
import { iam } from '../../texts/en/iam.ts';
import { parts } from '../../texts/en/parts.ts';

interface Props {
  readonly title: string;
  readonly warning: string;
  readonly pairs: ComponentProps<typeof KeyValues>['pairs'];
  onDownload(): void;
  onClose(): void;
}

/** What somebody signs in or signs with, to be taken now: the only time that anybody sees it. */
export function ShownOnce({ title, warning, pairs, onDownload, onClose }: Props): JSX.Element {
  return (
    <Modal
      visible
      header={title}
      onDismiss={onClose}
      closeAriaLabel={parts.close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="download" onClick={onDownload}>
              {iam.keys.create.download}
            </Button>
            <Button variant="primary" onClick={onClose}>
              {iam.done}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Alert type="warning">{warning}</Alert>
        <KeyValues columns={1} pairs={pairs} />
      </SpaceBetween>
    </Modal>
  );
}
