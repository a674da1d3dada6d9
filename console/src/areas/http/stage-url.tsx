import type { JSX } from 'react';
import { CopyText } from '../../parts/copy-text.tsx';
import { parts } from '../../texts/en/parts.ts';
import { useStageUrl } from './use-stage-url.ts';

/** Where a stage is called, ready to copy. */
export function StageUrl({ apiId, stageName }: { readonly apiId: string; readonly stageName: string }): JSX.Element {
  const url = useStageUrl(apiId, stageName);
  return url === undefined ? <span>{parts.none}</span> : <CopyText text={url} />;
}
