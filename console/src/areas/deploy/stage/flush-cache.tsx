import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { stages } from '../../../texts/en/stages.ts';

interface Props {
  readonly apiId: string;
  readonly stageName: string;
  onClose(): void;
}

const texts = stages.cache;

/** Empties a stage's cache, once that is confirmed. */
export function FlushCache({ apiId, stageName, onClose }: Props): JSX.Element {
  const flush = useAction('apigateway', 'flushStageCache');
  const notify = useNotify();
  return (
    <Dialog
      title={texts.flushTitle}
      action={texts.flush}
      isRunning={flush.isRunning}
      error={flush.error}
      onDismiss={onClose}
      onSubmit={() =>
        flush.run({ restApiId: apiId, stageName }, () => {
          notify({ type: 'success', content: texts.flushed });
          onClose();
        })
      }
    >
      {texts.flushText}
    </Dialog>
  );
}
