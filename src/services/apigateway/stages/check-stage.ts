import type { Scope, Stage } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import {
  findAccount,
  findDeployment,
  requireClientCertificate,
  requireDocumentationVersion,
} from '../documents/index.ts';
import { badRequest } from '../errors.ts';
import { checkLogOwner, writesToLogGroup } from './access-log.ts';
import { checkCanary } from './canary.ts';
import { checkVariables } from './variables.ts';

/**
 * Checks a stage as a whole before it is written: its values, and that what it names is there.
 * @param before the stage as it was; what it named already is not looked at again
 * @throws {ServiceError} 400 with AWS's text; 404 for a client certificate or a documentation version
 *   that does not exist
 */
export async function checkStage(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  stage: Stage,
  before?: Stage,
): Promise<void> {
  checkVariables(stage.variables);
  checkCanary(stage.canarySettings);
  checkLogOwner(stage.accessLogSettings, scope.accountId);
  const known = [before?.deploymentId, before?.canarySettings?.deploymentId];
  for (const deploymentId of [stage.deploymentId, stage.canarySettings?.deploymentId]) {
    if (deploymentId === undefined || known.includes(deploymentId)) continue;
    if (!(await findDeployment(reader, scope, restApiId, deploymentId))) {
      throw badRequest('Deployment id does not exist');
    }
  }
  const { clientCertificateId, documentationVersion } = stage;
  if (clientCertificateId !== undefined) await requireClientCertificate(reader, scope, clientCertificateId);
  if (documentationVersion !== undefined && documentationVersion !== before?.documentationVersion) {
    await requireDocumentationVersion(reader, scope, restApiId, documentationVersion);
  }
  if (writesLogs(stage) && !(await findAccount(reader, scope)).cloudwatchRoleArn) throw loggingNeedsRole();
}

function writesLogs({ accessLogSettings, methodSettings }: Stage): boolean {
  return (
    writesToLogGroup(accessLogSettings) ||
    Object.values(methodSettings).some(({ loggingLevel = 'OFF' }) => loggingLevel !== 'OFF')
  );
}

/** AWS's answer to anything that would write logs while the account names no role for it (features A1.14). */
function loggingNeedsRole() {
  return badRequest('CloudWatch Logs role ARN must be set in account settings to enable logging');
}
