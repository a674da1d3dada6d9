import type { TracingTerms } from '../model/index.ts';
import type { Settings } from './settings/index.ts';

export function tracingOf({
  traceparent,
  traceHttpApis,
}: Pick<Settings, 'traceparent' | 'traceHttpApis'>): TracingTerms {
  return { traceparent, samplesHttpApis: traceHttpApis };
}
