import { invalidParameter, userError } from '../errors.ts';
import { LIMITS } from '../limits.ts';

/** The members of `CreateFunction`'s `Code` and of `UpdateFunctionCode` that say where the code is. */
export interface CodeInput {
  readonly ZipFile?: Uint8Array | undefined;
  readonly S3Bucket?: string | undefined;
  readonly S3Key?: string | undefined;
  readonly ImageUri?: string | undefined;
}

/**
 * The zip file that a call brings.
 * @param operation for AWS's message about its size
 * @throws {ServiceError} for code that is elsewhere, missing or too large
 */
export function zipFileOf(code: CodeInput, operation: string): Uint8Array {
  if (code.S3Bucket !== undefined || code.S3Key !== undefined) {
    throw invalidParameter('Sallyport takes code only as ZipFile; there is no S3 to read S3Bucket and S3Key from.');
  }
  if (code.ImageUri !== undefined) {
    throw invalidParameter(
      'Sallyport takes code only as ZipFile; functions from container images (ImageUri) do not run.',
    );
  }
  if (code.ZipFile === undefined) throw invalidParameter('Please provide a source for function code.');
  if (code.ZipFile.byteLength > LIMITS.zippedCodeBytes) {
    const message = `Request must be smaller than ${LIMITS.requestBytes} bytes for the ${operation} operation`;
    throw userError('RequestEntityTooLargeException', 413, message);
  }
  return code.ZipFile;
}
