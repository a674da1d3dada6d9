import type { JSX } from 'react';
import { CopyText } from '../../parts/copy-text.tsx';
import { useInvokeUrl } from '../../parts/use-invoke-url.ts';
import { parts } from '../../texts/en/parts.ts';

/** Where a stage is called, ready to copy. */
export function StageUrl({ apiId, stageName }: { readonly apiId: string; readonly stageName: string }): JSX.Element {
  const url = useInvokeUrl(apiId, stageName);
  return url === undefined ? <span>{parts.none}</span> : <CopyText text={url} />;
}
