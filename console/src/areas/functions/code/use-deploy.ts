import { useQueryClient } from '@tanstack/react-query';
import { type Action, useSteps } from '../../../data/index.ts';
import { useAws } from '../../../session/index.ts';
import { settled } from '../settled.ts';
import type { Configuration } from '../use-functions.ts';
import type { CodeFile } from '../zip/code-file.ts';
import { writeZip } from '../zip/zip.ts';
import { packageKey } from './use-package.ts';

export interface Deployed {
  /** What the function consists of from now on. */
  readonly code: readonly CodeFile[] | File;
  /** Of the function as it was read: whoever has changed it since then is not overwritten. */
  readonly revisionId: string;
}

/** Gives a function other code, and waits until it is in use. */
export function useDeploy(functionName: string): Action<Deployed, Configuration> {
  const aws = useAws();
  const queries = useQueryClient();
  return useSteps('lambda', async ({ code, revisionId }: Deployed) => {
    const updated = await aws.call('lambda', 'updateFunctionCode', {
      FunctionName: functionName,
      ZipFile: code instanceof File ? new Uint8Array(await code.arrayBuffer()) : await writeZip(code),
      RevisionId: revisionId,
    });
    // What was sent need not be fetched.
    if (!(code instanceof File)) queries.setQueryData(packageKey(updated.CodeSha256 ?? ''), code);
    return settled(aws, updated);
  });
}
