import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { AwsError } from '../../../aws/index.ts';
import type { CodeFile } from '../zip/code-file.ts';
import { readZip } from '../zip/zip.ts';

/** Where files are remembered: by what they are. */
export function packageKey(sha256: string): readonly string[] {
  return ['package', sha256];
}

/** The files of a deployment package. @param location `Code.Location`, good for ten minutes */
export function usePackage(sha256: string, location: string): UseQueryResult<readonly CodeFile[], Error> {
  return useQuery<readonly CodeFile[], Error>({
    queryKey: packageKey(sha256),
    queryFn: async ({ signal }) => readZip(await zipFile(location, signal)),
    // What a checksum names never changes.
    staleTime: Infinity,
    retry: false,
    placeholderData: keepPreviousData,
  });
}

/**
 * The zip file of a function. Its address is asked at the host of this page, by which the server is reached, whatever name it gives
 * itself.
 * @throws {AwsError}
 */
export async function zipFile(location: string, signal?: AbortSignal): Promise<Uint8Array> {
  const { pathname, search } = new URL(location);
  const response = await fetch(pathname + search, { credentials: 'omit', ...(signal && { signal }) });
  if (!response.ok) throw new AwsError('', `HTTP ${response.status}`, response.status);
  return new Uint8Array(await response.arrayBuffer());
}
