import { createHash } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, inject, test } from 'vitest';
import { credentials } from '../support/sallyport.ts';
import { sdk } from '../support/sdk.ts';
import { Sha256 } from '../support/sha256.ts';

interface Signed {
  readonly method?: string;
  readonly path?: string;
  readonly body?: string;
  readonly service?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: typeof credentials;
  readonly date?: Date;
  /** Sent instead of the body that was signed. */
  readonly tamperedBody?: string;
}

/** Signs with the AWS SDK's own signer and sends; what comes back is what any client would get. */
async function send(
  call: Signed,
): Promise<{ status: number; type: string | null; requestId: string | null; body: Record<string, unknown> }> {
  const { hostname, port, host } = new URL(inject('sallyport').controlUrl);
  const { method = 'POST', path = '/restapis', body = '{"name":"x"}', service = 'apigateway' } = call;
  const signer = new SignatureV4({
    service,
    region: 'us-east-1',
    credentials: call.key ?? credentials,
    sha256: Sha256,
  });
  const request = {
    method,
    protocol: 'http:',
    hostname,
    port: Number(port),
    path,
    headers: { host, 'content-type': 'application/json', ...call.headers },
    body,
  };
  const { headers } = await signer.sign(request, call.date ? { signingDate: call.date } : {});
  const response = await fetch(`http://${host}${path}`, {
    method,
    headers,
    body: method === 'GET' ? null : (call.tamperedBody ?? body),
  });
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('x-amzn-errortype'),
    requestId: response.headers.get('x-amzn-requestid'),
    body: JSON.parse(text),
  };
}

// The texts of the signature errors: facts D107 and the recorded answers named in src/control/sigv4.
describe('a call that is not rightly signed', () => {
  test('wrong secret', async () => {
    const answer = await send({ key: { ...credentials, secretAccessKey: 'another' } });
    expect(answer).toMatchObject({ status: 403, type: 'InvalidSignatureException' });
    expect(answer.body.message).toMatch(
      /^The request signature we calculated does not match the signature you provided\./,
    );
  });

  test('unknown key', async () => {
    const answer = await send({ key: { ...credentials, accessKeyId: 'AKIAUNKNOWNUNKNOWN00' } });
    expect(answer).toMatchObject({ status: 403, type: 'UnrecognizedClientException' });
    expect(answer.body.message).toBe('The security token included in the request is invalid.');
  });

  test('signed an hour ago', async () => {
    const answer = await send({ date: new Date(Date.now() - 3_600_000) });
    expect(answer).toMatchObject({ status: 403, type: 'InvalidSignatureException' });
    expect(answer.body.message).toMatch(
      /^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 5 min\.\)$/,
    );
  });

  test('the body changed on the way', async () => {
    const answer = await send({ tamperedBody: '{"name":"y"}' });
    expect(answer).toMatchObject({ status: 403, type: 'InvalidSignatureException' });
  });

  test('the body changed on the way, but the signed hash of the old one is sent along', async () => {
    const body = '{"name":"x"}';
    const hash = createHash('sha256').update(body).digest('hex');
    const answer = await send({ body, headers: { 'x-amz-content-sha256': hash }, tamperedBody: '{"name":"y"}' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });

  test('not signed at all', async () => {
    const response = await fetch(`${inject('sallyport').controlUrl}/restapis`);
    expect(response.status).toBe(403);
    expect(response.headers.get('x-amzn-errortype')).toBe('MissingAuthenticationTokenException');
    expect(await response.json()).toEqual({ message: 'Missing Authentication Token' });
  });
});

describe('a call that is signed and wrong', () => {
  test('every answer carries its request id', async () => {
    expect((await send({ method: 'GET', path: '/restapis', body: '' })).requestId).toMatch(
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    );
  });

  test('unknown operation', async () => {
    expect(await send({ method: 'POST', path: '/no-such-thing' })).toMatchObject({
      status: 404,
      type: 'UnknownOperationException',
    });
  });

  test('an operation that AWS has and we do not', async () => {
    const path = '/2015-03-31/event-source-mappings';
    const body = '{"FunctionName":"f"}';
    const answer = await send({ path, body, service: 'lambda' });
    expect(answer).toMatchObject({ status: 501, type: 'NotImplementedException' });
    expect(JSON.stringify(answer.body)).toContain('CreateEventSourceMapping');
  });

  test('malformed JSON', async () => {
    expect(await send({ body: '{"name":' })).toMatchObject({ status: 400, type: 'SerializationException' });
  });

  test('missing required member', async () => {
    expect(await send({ body: '{}' })).toMatchObject({ status: 400, type: 'BadRequestException' });
  });

  test('bad enumeration value, in the words of AWS’s recorded answers', async () => {
    const answer = await send({ body: '{"name":"x","apiKeySource":"COOKIE"}' });
    expect(answer).toMatchObject({ status: 400, type: 'ValidationException' });
    expect(answer.body.message).toMatch(
      /^1 validation error detected: Value 'COOKIE' at '[\w.]+' failed to satisfy constraint: /,
    );
  });

  test('unknown id', async () => {
    const answer = await send({ method: 'GET', path: '/restapis/nosuchapi0', body: '' });
    expect(answer).toMatchObject({ status: 404, type: 'NotFoundException' });
    // Fact D164.
    expect(answer.body.message).toBe('Invalid API identifier specified 000000000000:nosuchapi0');
  });

  test('the SDK raises the exception class of the service model', async () => {
    const { apis, functions } = sdk(inject('sallyport').controlUrl);
    await expect(apis.getRestApi({ restApiId: 'nosuchapi0' })).rejects.toMatchObject({ name: 'NotFoundException' });
    await expect(functions.getFunction({ FunctionName: 'nosuchfunction' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Function not found: arn:aws:lambda:us-east-1:000000000000:function:nosuchfunction',
    });
  });
});
