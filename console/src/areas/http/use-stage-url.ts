import { useInvokeUrl } from '../../parts/use-invoke-url.ts';

/** The stage that answers without its name in the path (guide, "Working with stages for HTTP APIs"). */
export const DEFAULT_STAGE = '$default';

/** Where clients call a stage, without a slash at the end; undefined until the server said where its gateway listens. */
export function useStageUrl(apiId: string, stageName: string): string | undefined {
  const url = useInvokeUrl(apiId, stageName);
  return stageName === DEFAULT_STAGE ? url?.slice(0, -`/${DEFAULT_STAGE}`.length) : url;
}
