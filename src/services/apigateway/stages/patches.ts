import type { Stage } from '../../../model/index.ts';
import { badRequest, notSupported } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import {
  compilePatch,
  flag,
  oneOf,
  optional,
  optionalText,
  type PatchRule,
  requiredText,
  rulesOf,
  withMember,
} from '../patch/index.ts';
import { CACHE_CLUSTER_SIZES } from './cache-cluster.ts';
import { loggingNeedsRole, methodSettingRules } from './method-settings.ts';
import { refuseStagePatch } from './refusals.ts';

const { replace, within } = rulesOf<Stage>();
const accessLog = rulesOf<NonNullable<Stage['accessLogSettings']>>();

const refuseCanary = () => {
  throw notSupported('canary releases');
};

/** No stage has a canary, so there is never one to remove. */
const canaryRules: readonly PatchRule<Stage>[] = [
  { path: '/canarySettings', effects: { remove: (stage) => stage } },
  { path: '/canarySettings/deploymentId', effects: { replace: refuseCanary } },
  { path: '/canarySettings/percentTraffic', effects: { replace: refuseCanary } },
  { path: '/canarySettings/useStageCache', effects: { replace: refuseCanary } },
  { path: '/canarySettings/stageVariableOverrides/{name}', effects: { replace: refuseCanary } },
];

/** Variables are set by `replace`, whether they are there or not (recorded). */
const variableRule: PatchRule<Stage> = {
  path: '/variables/{name}',
  effects: {
    replace: (stage, { captures, value = '' }) =>
      withMember(stage, 'variables', { ...stage.variables, [captures.name ?? '']: value }),
    remove: (stage, { captures }) => {
      const { [captures.name ?? '']: _, ...rest } = stage.variables ?? {};
      return withMember(stage, 'variables', Object.keys(rest).length === 0 ? undefined : rest);
    },
  },
};

/** What `UpdateStage` may do (API reference, "Patch Operations", UpdateStage; recorded). */
export const patchStage = compilePatch<Stage>({
  refuse: refuseStagePatch,
  rules: [
    replace('/deploymentId', 'deploymentId', requiredText('Deployment id does not exist')),
    replace('/description', 'description', optionalText),
    replace('/cacheClusterEnabled', 'cacheClusterEnabled', flag),
    replace(
      '/cacheClusterSize',
      'cacheClusterSize',
      optional(
        oneOf(
          CACHE_CLUSTER_SIZES,
          `Invalid cache cluster size specified. Valid options are ${CACHE_CLUSTER_SIZES.join(',')}`,
        ),
      ),
    ),
    replace('/clientCertificateId', 'clientCertificateId', optionalText),
    replace('/documentationVersion', 'documentationVersion', optionalText),
    replace('/tracingEnabled', 'tracingEnabled', flag),
    { path: '/accessLogSettings', effects: { remove: (stage) => withMember(stage, 'accessLogSettings', undefined) } },
    ...within(
      '/accessLogSettings',
      'accessLogSettings',
      [
        accessLog.replace('/destinationArn', 'destinationArn', optional(refuseLogDestination)),
        accessLog.replace('/format', 'format', optional(readLogFormat)),
      ],
      () => ({}),
    ),
    variableRule,
    ...canaryRules,
    ...methodSettingRules,
  ],
});

function refuseLogDestination(value: string | undefined): never {
  if (value?.includes(':firehose:')) throw notSupported('access logs to a Firehose stream');
  throw loggingNeedsRole();
}

function readLogFormat(value = ''): string {
  if (Buffer.byteLength(value) > LIMITS.accessLogFormatBytes) {
    throw badRequest(`The access log format can have at most ${LIMITS.accessLogFormatBytes} bytes`);
  }
  return value;
}
