import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { functionVersions } from '../../../texts/en/function-versions.ts';
import type { Configuration } from '../use-functions.ts';

const texts = functionVersions.versions;

interface Props {
  readonly configuration: Configuration;
  /** The youngest version; what has not changed since is not published again. */
  readonly latest: string;
  onClose(): void;
}

/** Publishes what the user sees: if somebody has changed the function since, nothing is published. */
export function PublishDialog({ configuration, latest, onClose }: Props): JSX.Element {
  const { FunctionName = '', RevisionId } = configuration;
  const [description, setDescription] = useState('');
  const publish = useAction('lambda', 'publishVersion');
  const notify = useNotify();
  return (
    <Dialog
      title={texts.publishTitle}
      action={texts.publishAction}
      isRunning={publish.isRunning}
      error={publish.error}
      onSubmit={() =>
        publish.run(
          { FunctionName, RevisionId, ...(description && { Description: description }) },
          ({ Version = '' }) => {
            const isNew = Version !== latest;
            notify({
              type: isNew ? 'success' : 'info',
              content: isNew ? texts.published(Version) : texts.same(Version),
            });
            onClose();
          },
        )
      }
      onDismiss={onClose}
    >
      <TextField
        label={texts.descriptionField}
        description={texts.publishHint}
        value={description}
        onChange={setDescription}
        autoFocus
      />
    </Dialog>
  );
}
