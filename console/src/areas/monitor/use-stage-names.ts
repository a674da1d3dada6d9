import { useCall } from '../../data/index.ts';
import type { MonitoredApi } from './use-monitored-apis.ts';

/** The stages of an API, or none while they are not known or may not be read. */
export function useStageNames(api: MonitoredApi | undefined): readonly string[] {
  const id = api?.id ?? '';
  const rest = useCall('apigateway', 'getStages', { restApiId: id }, { enabled: api?.protocol === 'REST' });
  const http = useCall('apigatewayv2', 'getStages', { ApiId: id }, { enabled: api?.protocol === 'HTTP' });
  if (api === undefined) return [];
  if (api.protocol === 'REST') return (rest.data?.item ?? []).map(({ stageName = '' }) => stageName);
  return (http.data?.Items ?? []).map(({ StageName = '' }) => StageName);
}
