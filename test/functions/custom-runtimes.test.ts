import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { packageRoot } from '../../src/package/index.ts';
import { zipOf } from '../../src/services/lambda/testing/zip.ts';
import { temporaryFolder } from '../support/sallyport.ts';
import { createApi, invocationUri, known, type Sdk, sdk } from '../support/sdk.ts';

// Lambda guide, "Tutorial: Building a custom runtime": its bootstrap, but for the function, which is in the same file.
const bash = `#!/bin/bash
set -euo pipefail
handler() { echo "{\\"statusCode\\":200,\\"body\\":\\"bash got $(echo "$1" | wc -c | tr -d ' ') bytes\\"}"; }
while true; do
  HEADERS="$(mktemp)"
  EVENT_DATA=$(curl -sS -LD "$HEADERS" "http://\${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation/next")
  REQUEST_ID=$(grep -Fi Lambda-Runtime-Aws-Request-Id "$HEADERS" | tr -d '[:space:]' | cut -d: -f2)
  RESPONSE=$(handler "$EVENT_DATA")
  curl -sS "http://\${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation/$REQUEST_ID/response" -d "$RESPONSE" >/dev/null
done
`;

let client: Sdk;
beforeAll(() => {
  client = sdk(inject('sallyport').controlUrl);
});

const has = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;

/** Deploys a program as `provided.al2023` behind an API, and gives the API's URL. */
async function deploy(bootstrap: string | Uint8Array): Promise<string> {
  const FunctionName = `custom-${randomUUID()}`;
  const { FunctionArn } = await client.functions.createFunction({
    FunctionName,
    Runtime: 'provided.al2023',
    Handler: 'not.used',
    Role: 'arn:aws:iam::000000000000:role/custom',
    Timeout: 10,
    Code: { ZipFile: zipOf({ name: 'bootstrap', content: bootstrap, mode: 0o100755 }) },
  });
  await client.functions.addPermission({
    FunctionName,
    StatementId: 'api',
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
  });
  const { restApiId, resourceId } = await createApi(client, 'custom');
  const method = { restApiId, resourceId, httpMethod: 'POST' };
  await client.apis.putMethod({ ...method, authorizationType: 'NONE' });
  await client.apis.putIntegration({
    ...method,
    type: 'AWS_PROXY',
    integrationHttpMethod: 'POST',
    uri: invocationUri(known(FunctionArn)),
  });
  await client.apis.createDeployment({ restApiId, stageName: 'dev' });
  return `${inject('sallyport').gatewayUrl}/_aws/execute-api/${restApiId}/dev/custom`;
}

describe('a custom runtime', () => {
  test.skipIf(!has('curl'))('in Bash runs through provided.al2023 (needs curl)', async () => {
    const url = await deploy(bash);
    for (let turn = 0; turn < 3; turn++) {
      const answer = await fetch(url, { method: 'POST', body: 'hello' });
      expect(answer.status).toBe(200);
      expect(await answer.text()).toMatch(/^bash got \d{3,} bytes$/);
    }
  });

  test.skipIf(!has('cc'))('in C runs through provided.al2023 (needs cc)', async () => {
    const folder = await temporaryFolder();
    try {
      const source = join(packageRoot, 'test', 'functions', 'runtime.c');
      const program = join(folder.path, 'bootstrap');
      execFileSync('cc', ['-O2', '-o', program, source]);
      const url = await deploy(readFileSync(program));
      for (let turn = 1; turn <= 3; turn++) {
        const answer = await fetch(url, { method: 'POST', body: 'hello' });
        expect([answer.status, await answer.text()]).toEqual([200, `C, turn ${turn}`]);
      }
    } finally {
      await folder.remove();
    }
  });
});
