import type { HeaderList } from '../../http/index.ts';
import { IdSource } from './ids.ts';

const SAMPLED = /(?:^|;)\s*Sampled=[01](?:;|$)/i;

/** The ids of a stage that traces: whoever is called hears that a request is not sampled, and asks nobody (telemetry E.4). */
export class TracedIdSource extends IdSource {
  override traceId(headers: HeaderList, nowMs: number): string {
    const traceId = super.traceId(headers, nowMs);
    return SAMPLED.test(traceId) ? traceId : `${traceId};Sampled=0`;
  }
}
