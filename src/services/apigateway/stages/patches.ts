import type { Stage } from '../../../model/index.ts';
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
import { accessLogRules } from './access-log.ts';
import { CACHE_CLUSTER_SIZES } from './cache-cluster.ts';
import { canaryRules, promoteDeployment, promoteVariables } from './canary-patches.ts';
import { methodSettingRules } from './method-settings.ts';
import { refuseStagePatch } from './refusals.ts';

const { assignments, replace, within } = rulesOf<Stage>();

const deploymentRule: PatchRule<Stage> = {
  path: '/deploymentId',
  effects: {
    ...replace('/deploymentId', 'deploymentId', requiredText('Deployment id does not exist')).effects,
    copy: promoteDeployment,
  },
};

/** What `UpdateStage` may do (API reference, "Patch Operations", UpdateStage; recorded). */
export const patchStage = compilePatch<Stage>({
  refuse: refuseStagePatch,
  rules: [
    deploymentRule,
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
    ...within('/accessLogSettings', 'accessLogSettings', accessLogRules, () => ({})),
    assignments('/variables/{name}', 'variables'),
    { path: '/variables', effects: { copy: promoteVariables } },
    ...canaryRules,
    ...methodSettingRules,
  ],
});
