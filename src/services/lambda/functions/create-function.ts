import { enumViolations, refuseViolations } from '../../../aws/index.ts';
import { checkCodeSigning, requireCodeSigningConfig } from '../code-signing/index.ts';
import type { LambdaContext } from '../context.ts';
import { conflict, invalidParameter } from '../errors.ts';
import { checkDeadLetterRights } from '../events/index.ts';
import {
  type FunctionDocument,
  type FunctionSettings,
  functionKind,
  lambdaTime,
  type VersionState,
} from '../function-document.ts';
import { referTo } from '../function-name.ts';
import { useLayers } from '../layers/index.ts';
import { ARCHITECTURES, DEFAULTS } from '../limits.ts';
import { refuse } from '../refuse.ts';
import { checkTags } from '../tags/index.ts';
import type { LambdaHandlers } from '../types.ts';
import { publishVersion } from '../versions/index.ts';
import { toConfiguration } from './configuration.ts';
import { checkSettings } from './settings.ts';

/** API reference, `CreateFunction`. */
export function createFunction(context: LambdaContext): Required<Pick<LambdaHandlers, 'createFunction'>> {
  return {
    async createFunction(input, call) {
      const reference = referTo(input.FunctionName, call.scope);
      checkSettings(input);
      refuseViolations(
        enumViolations(input.PackageType, 'packageType', ['Zip', 'Image']),
        ...(input.Architectures ?? []).map((each) => enumViolations(each, 'architectures', ARCHITECTURES)),
      );
      refuse({
        PublishTo: input.PublishTo !== undefined,
        'PackageType Image': input.PackageType === 'Image',
        TenancyConfig: input.TenancyConfig !== undefined,
      });
      if (input.Runtime === undefined || input.Handler === undefined) {
        throw invalidParameter(
          'Runtime and Handler are mandatory parameters for functions created with deployment packages.',
        );
      }
      const unavailable = await context.runtime.unavailableReason(input.Runtime);
      if (unavailable !== undefined) throw invalidParameter(unavailable);
      const tags = input.Tags ?? {};
      checkTags(tags);

      await context.checkExecutionRole(input.Role, reference);
      const { CodeSigningConfigArn: codeSigningConfigArn } = input;
      await checkCodeSigning(context, codeSigningConfigArn, reference.arn, reference.scope);

      const deadLetterTargetArn = input.DeadLetterConfig?.TargetArn;
      await checkDeadLetterRights(context.mayDo, input.Role, reference, deadLetterTargetArn);
      const layers = await useLayers(context.store, reference.scope, input.Layers ?? []);
      const settings: FunctionSettings = {
        runtime: input.Runtime,
        role: input.Role,
        handler: input.Handler,
        description: input.Description ?? '',
        timeoutSeconds: input.Timeout ?? DEFAULTS.timeoutSeconds,
        memorySizeMb: input.MemorySize ?? DEFAULTS.memorySizeMb,
        ephemeralStorageMb: input.EphemeralStorage?.Size ?? DEFAULTS.ephemeralStorageMb,
        ...(layers.length > 0 && { layers }),
        ...(deadLetterTargetArn && { deadLetterTargetArn }),
        ...(input.Environment !== undefined && { environment: input.Environment.Variables ?? {} }),
      };
      const { scope, name } = reference;
      const alreadyThere = () => conflict(`Function already exist: ${name}`);
      // Looked up before the code is unpacked; what counts is the look in the transaction.
      if (await context.store.get(functionKind, scope, name)) throw alreadyThere();

      return context.withCode(input.Code, 'CreateFunction', scope.region, async (code) => {
        const document: FunctionDocument = {
          functionName: name,
          settings,
          architecture: input.Architectures?.[0] ?? ARCHITECTURES[0],
          code,
          revisionId: context.uuid(),
          executionRevisionId: context.uuid(),
          lastModified: lambdaTime(call.nowMs),
          tags,
          statements: [],
          ...(codeSigningConfigArn !== undefined && { codeSigningConfigArn }),
        };
        const revisionId = context.uuid();
        const shown: VersionState = await context.store.transact(async (tx) => {
          if (await tx.get(functionKind, scope, name)) throw alreadyThere();
          if (codeSigningConfigArn !== undefined) await requireCodeSigningConfig(tx, codeSigningConfigArn, scope);
          await tx.put(functionKind, scope, name, document, 0);
          if (input.Publish !== true) return document;
          return publishVersion(tx, reference, document, { revisionId });
        });
        // Recorded: a published function is shown under its version.
        return toConfiguration(
          shown,
          shown.version === undefined ? reference : { ...reference, qualifier: shown.version },
        );
      });
    },
  };
}
