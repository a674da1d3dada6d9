import type { Stage, StageRef, StageSnapshot } from '../../model/index.ts';
import type { RecentRequests } from '../explanations/index.ts';
import type { GatewayEnvironment } from '../gateway.ts';
import { GATEWAY_LIMITS, type GatewayLimits, MAX_WARNINGS_PER_STAGE } from '../limits.ts';
import { type CompileScope, ConfigurationProblem } from '../method/index.ts';
import type { StageRuntime } from '../request-context/index.ts';
import { bridgeOf } from '../trace-bridge/index.ts';
import type { VpcEndpointTable } from '../vpc-endpoints/index.ts';
import type { TargetGroups } from '../vpc-links/index.ts';
import { compileMethodSettings, type FindSetting } from './method-settings.ts';
import { warnOnce } from './warn-once.ts';

/** The process, with the keys, limits and ids that all stages of a gateway share. */
export type CompileEnvironment = GatewayEnvironment &
  Pick<CompileScope, 'awsSigner' | 'usagePlans' | 'usageLimits' | 'issuerKeys' | 'signers'> &
  Pick<StageRuntime, 'ids'> & {
    readonly targets: TargetGroups;
    readonly recent: RecentRequests;
    /** What this process calls its streams in log groups. */
    readonly logStream: string;
    /** Compiled at the first call. */
    endpoints(): VpcEndpointTable;
  };

/** What the releases of a stage have in common. */
export interface ReleaseScope {
  readonly ref: StageRef;
  readonly stage: Stage;
  readonly environment: CompileEnvironment;
  readonly limits: GatewayLimits;
  readonly findSetting: FindSetting;
  readonly runtime: Pick<StageRuntime, 'ids' | 'nowMs' | 'report' | 'traced'>;
  readonly clientIdentity: CompileScope['clientIdentity'];
  readonly targetsOf: CompileScope['targetsOf'];
  warn(message: string): void;
}

/** What all releases of a stage are compiled with. */
export function releaseScope(snapshot: StageSnapshot, environment: CompileEnvironment): ReleaseScope {
  const { ref, stage, clientIdentity } = snapshot;
  const place = { apiId: ref.apiId, stage: ref.stageName };
  const warn = warnOnce(
    (message, detail) => environment.warn(message, { ...place, ...detail }),
    MAX_WARNINGS_PER_STAGE,
  );
  return {
    ref,
    stage,
    environment,
    limits: GATEWAY_LIMITS[environment.limitProfile()],
    findSetting: compileMethodSettings(stage),
    runtime: {
      ids: environment.ids,
      nowMs: environment.nowMs,
      ...bridgeOf(environment.tracing?.()),
      report: (detail, { httpMethod, resourcePath, requestId }) =>
        warn(detail, { httpMethod, resourcePath, requestId }),
    },
    clientIdentity,
    targetsOf(vpcLinkId) {
      const link = snapshot.vpcLinks?.[vpcLinkId];
      if (link === undefined) throw new ConfigurationProblem(`There is no VPC link "${vpcLinkId}".`);
      return environment.targets.of(link);
    },
    warn: (message) => warn(message, {}),
  };
}
