import { enumViolations, refuseViolations } from '../../../aws/index.ts';
import { changeFunction, changeIn } from '../change-function.ts';
import { checkCodeSigning } from '../code-signing/index.ts';
import type { LambdaContext } from '../context.ts';
import { functionNotFound, invalidParameter } from '../errors.ts';
import { checkDeadLetterRights } from '../events/index.ts';
import {
  type FunctionDocument,
  type FunctionSettings,
  findFunction,
  lambdaTime,
  type VersionState,
} from '../function-document.ts';
import { type FunctionReference, qualifiedArn, referTo } from '../function-name.ts';
import { type UsedLayer, useLayers } from '../layers/index.ts';
import { ARCHITECTURES } from '../limits.ts';
import { refuse } from '../refuse.ts';
import type { LambdaHandlers } from '../types.ts';
import { publishVersion } from '../versions/index.ts';
import { toConfiguration } from './configuration.ts';
import { checkSettings, type SettingsInput } from './settings.ts';

/** API reference, `UpdateFunctionCode` and `UpdateFunctionConfiguration`. A change is in force when it is answered. */
export function updateFunction(
  context: LambdaContext,
): Required<Pick<LambdaHandlers, 'updateFunctionCode' | 'updateFunctionConfiguration'>> {
  /** A new role may have to report to the target that is there, and the role that is there to a new target. */
  const checkRights = async (input: SettingsInput, reference: FunctionReference): Promise<void> => {
    if (input.Role === undefined && input.DeadLetterConfig === undefined) return;
    const before = await findFunction(context.store, reference);
    if (before === undefined) throw functionNotFound(qualifiedArn(reference));
    const { role, deadLetterTargetArn } = before.settings;
    const target = input.DeadLetterConfig?.TargetArn ?? deadLetterTargetArn;
    await checkDeadLetterRights(context.mayDo, input.Role ?? role, reference, target);
  };

  return {
    async updateFunctionCode(input, call) {
      const reference = referTo(input.FunctionName, call.scope);
      refuseViolations(
        ...(input.Architectures ?? []).map((each) => enumViolations(each, 'architectures', ARCHITECTURES)),
      );
      refuse({
        PublishTo: input.PublishTo !== undefined,
        SourceKMSKeyArn: Boolean(input.SourceKMSKeyArn),
      });
      const before = await findFunction(context.store, reference);
      if (before === undefined) throw functionNotFound(qualifiedArn(reference));
      await checkCodeSigning(context, before.codeSigningConfigArn, reference.arn, reference.scope);

      const { region } = reference.scope;
      const [revisionId, publishedRevisionId] = [context.uuid(), context.uuid()];
      const shown = await context.withCode(input, 'UpdateFunctionCode', region, async (code): Promise<VersionState> => {
        const change = (document: FunctionDocument): FunctionDocument => ({
          ...document,
          code,
          architecture: input.Architectures?.[0] ?? document.architecture,
          executionRevisionId: context.uuid(),
          lastModified: lambdaTime(call.nowMs),
        });
        if (input.DryRun === true) {
          const document = await findFunction(context.store, reference);
          if (document === undefined) throw functionNotFound(qualifiedArn(reference));
          return change(document);
        }
        return context.store.transact(async (tx) => {
          const revisions = { expectedRevisionId: input.RevisionId, revisionId };
          const changed = await changeIn(tx, reference, revisions, change);
          if (input.Publish !== true) return changed;
          return publishVersion(tx, reference, changed, { revisionId: publishedRevisionId });
        });
      });
      context.runtime.retire(reference.arn, '$LATEST');
      context.collectGarbage();
      return toConfiguration(
        shown,
        shown.version === undefined ? reference : { ...reference, qualifier: shown.version },
      );
    },

    async updateFunctionConfiguration(input, call) {
      const reference = referTo(input.FunctionName, call.scope);
      checkSettings(input);
      if (input.Runtime !== undefined) {
        const unavailable = await context.runtime.unavailableReason(input.Runtime);
        if (unavailable !== undefined) throw invalidParameter(unavailable);
      }
      if (input.Role !== undefined) await context.checkExecutionRole(input.Role, reference);
      const layers = input.Layers && (await useLayers(context.store, reference.scope, input.Layers));
      await checkRights(input, reference);
      const executionRevisionId = context.uuid();
      const changed = await changeFunction(context, reference, input.RevisionId, (document) => ({
        ...document,
        settings: changeSettings(document.settings, input, layers),
        executionRevisionId,
        lastModified: lambdaTime(call.nowMs),
      }));
      context.runtime.retire(reference.arn, '$LATEST');
      return toConfiguration(changed, reference);
    },
  };
}

/** What a call does not name stays. */
function changeSettings(
  settings: FunctionSettings,
  input: SettingsInput,
  layers: readonly UsedLayer[] = settings.layers ?? [],
): FunctionSettings {
  const deadLetterTargetArn = input.DeadLetterConfig?.TargetArn ?? settings.deadLetterTargetArn;
  const environment = input.Environment === undefined ? settings.environment : (input.Environment.Variables ?? {});
  return {
    runtime: input.Runtime ?? settings.runtime,
    role: input.Role ?? settings.role,
    handler: input.Handler ?? settings.handler,
    description: input.Description ?? settings.description,
    timeoutSeconds: input.Timeout ?? settings.timeoutSeconds,
    memorySizeMb: input.MemorySize ?? settings.memorySizeMb,
    ephemeralStorageMb: input.EphemeralStorage?.Size ?? settings.ephemeralStorageMb,
    ...(environment !== undefined && { environment }),
    ...(deadLetterTargetArn && { deadLetterTargetArn }),
    ...(layers.length > 0 && { layers }),
  };
}
