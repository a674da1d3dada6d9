import type { JSX } from 'react';
import { CreateVersion } from './create-version.tsx';
import { DeleteVersion } from './delete-version.tsx';
import { EditVersion } from './edit-version.tsx';
import { PublishVersion } from './publish-version.tsx';
import type { Version } from './use-versions.ts';

interface Props {
  readonly apiId: string;
  /** Which one the address names. */
  readonly dialog: string;
  readonly version: Version | undefined;
  onClose(): void;
}

/** The dialog that is open, if any. */
export function VersionDialogs({ apiId, dialog, version, onClose }: Props): JSX.Element | null {
  if (dialog === 'create') return <CreateVersion apiId={apiId} onClose={onClose} />;
  if (!version) return null;
  const props = { apiId, version, onClose };
  if (dialog === 'edit') return <EditVersion {...props} />;
  if (dialog === 'publish') return <PublishVersion {...props} />;
  if (dialog === 'delete') return <DeleteVersion {...props} />;
  return null;
}
