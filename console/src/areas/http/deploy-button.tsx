import Button from '@cloudscape-design/components/button';
import type { JSX } from 'react';
import { useHref } from '../../routing/index.ts';
import { http as texts } from '../../texts/en/http.ts';
import { useStages } from './use-http-api.ts';

/** Leads to where an API is deployed; not there where every stage deploys by itself, since then there is nothing to do. */
export function DeployButton({ apiId }: { readonly apiId: string }): JSX.Element | null {
  const href = useHref();
  const stages = useStages(apiId);
  if (stages.data?.length !== 0 && !stages.data?.some(({ AutoDeploy }) => !AutoDeploy)) return null;
  return <Button href={href(`/apis/${apiId}/deployments?dialog=create`)}>{texts.deploy}</Button>;
}
