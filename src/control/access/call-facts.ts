import type { Call, OperationFacts } from '../../aws/index.ts';
import type { CallerPolicies } from '../../model/index.ts';
import type { ProtocolName } from '../schema/index.ts';

/** What is known of a call besides its input. */
export interface CallFacts {
  readonly operation: OperationFacts;
  readonly call: Call;
  readonly policies: CallerPolicies;
  readonly protocol: ProtocolName;
  /** The direct TCP peer. */
  readonly sourceIp: string;
  readonly encrypted: boolean;
  readonly userAgent: string | undefined;
  readonly referer: string | undefined;
}
