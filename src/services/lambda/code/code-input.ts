import type { AwsClient } from '../../../model/index.ts';
import { invalidParameter, userError } from '../errors.ts';
import { LIMITS } from '../limits.ts';

/** The members of `CreateFunction`'s `Code`, of `UpdateFunctionCode` and of a layer's `Content` that say where code is. */
export interface CodeInput {
  readonly ZipFile?: Uint8Array | undefined;
  readonly S3Bucket?: string | undefined;
  readonly S3Key?: string | undefined;
  readonly S3ObjectVersion?: string | undefined;
  readonly ImageUri?: string | undefined;
}

/**
 * The zip file that a call brings, or that it names in S3.
 * @param operation for AWS's message about its size
 * @throws {ServiceError} for code that is missing, too large or cannot be had
 */
export async function readZip(code: CodeInput, operation: string, region: string, aws: AwsClient): Promise<Uint8Array> {
  if (code.ImageUri !== undefined) {
    throw invalidParameter('Sallyport takes code as zip files; functions from container images (ImageUri) do not run.');
  }
  if (code.S3Bucket !== undefined || code.S3Key !== undefined) return fetchZip(code, region, aws);
  if (code.ZipFile === undefined) throw invalidParameter('Please provide a source for function code.');
  if (code.ZipFile.byteLength > LIMITS.zippedCodeBytes) {
    const message = `Request must be smaller than ${LIMITS.requestBytes} bytes for the ${operation} operation`;
    throw userError('RequestEntityTooLargeException', 413, message);
  }
  return code.ZipFile;
}

/** From AWS's S3, or from what stands in for it (setting `service-endpoints`), with the operator's credentials. */
async function fetchZip(
  { S3Bucket: bucket = '', S3Key: key = '', S3ObjectVersion: version }: CodeInput,
  region: string,
  aws: AwsClient,
): Promise<Uint8Array> {
  if (!/^[a-z0-9][a-z0-9.-]{1,62}$/i.test(bucket) || key === '') {
    throw invalidParameter('Please provide both S3Bucket and S3Key of the function code.');
  }
  const path = `/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
  const query = version === undefined ? '' : `?versionId=${encodeURIComponent(version)}`;
  const request = { service: 's3', region, method: 'GET', path: path + query, headers: [], body: new Uint8Array() };
  const { status, body } = await aws.call(request).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw invalidParameter(`Error occurred while GetObject. ${reason}`);
  });
  if (status === 200) return body;
  // AWS's own words, seen in users' reports.
  const text = body.toString('utf8');
  const [code, message] = [element(text, 'Code') ?? String(status), element(text, 'Message') ?? ''];
  throw invalidParameter(`Error occurred while GetObject. S3 Error Code: ${code}. S3 Error Message: ${message}`);
}

function element(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
}
