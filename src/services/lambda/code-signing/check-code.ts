import type { Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import type { LambdaContext } from '../context.ts';
import { userError } from '../errors.ts';
import { type CodeSigningConfigDocument, findConfig } from './config-document.ts';

/**
 * The configuration that a function is to have.
 * @throws {ServiceError} `CodeSigningConfigNotFoundException` (the text as localstack has it; no recording was read)
 */
export async function requireCodeSigningConfig(
  reader: Reader,
  arn: string,
  scope: Scope,
): Promise<CodeSigningConfigDocument> {
  const found = await findConfig(reader, arn, scope);
  if (found !== undefined) return found;
  throw userError(
    'CodeSigningConfigNotFoundException',
    404,
    `The code signing configuration cannot be found. Check that the provided configuration is not deleted: ${arn}.`,
  );
}

/**
 * Judges code that a function with a configuration is given. None can be shown to be signed.
 * @throws {ServiceError} `CodeVerificationFailedException` where the policy is `Enforce` (API reference, `UpdateFunctionCode`)
 */
export async function checkCodeSigning(
  { store, warn }: Pick<LambdaContext, 'store' | 'warn'>,
  configArn: string | undefined,
  functionArn: string,
  scope: Scope,
): Promise<void> {
  if (configArn === undefined) return;
  const { onUntrusted } = await requireCodeSigningConfig(store, configArn, scope);
  if (onUntrusted === 'Enforce') {
    throw userError(
      'CodeVerificationFailedException',
      400,
      'Lambda cannot deploy the function. The function or layer might be signed using a signature that the client is not configured to accept. Check the provided signature for unsigned.',
    );
  }
  warn('The code of a function is not known to be signed; its code signing configuration lets it in.', { functionArn });
}
