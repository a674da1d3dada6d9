import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { zipOf } from '../../src/services/lambda/testing/zip.ts';
import { clients } from '../support/client-program.ts';
import { createApi, invocationUri, known, type Sdk, sdk } from '../support/sdk.ts';
import { createZip } from '../support/zip.ts';

// Lambda guide, "Lambda Extensions API": an external extension is a program in a layer's folder `extensions`, told of each invocation.
let client: Sdk;
beforeAll(() => {
  client = sdk(inject('sallyport').controlUrl);
});

const bash = `#!/bin/bash
set -euo pipefail
API="http://$AWS_LAMBDA_RUNTIME_API/2020-01-01/extension"
HEADERS="$(mktemp)"
curl -sS -D "$HEADERS" -o /dev/null -X POST "$API/register" \\
  -H "Lambda-Extension-Name: $(basename "$0")" -d '{"events": ["INVOKE", "SHUTDOWN"]}'
ID=$(grep -Fi Lambda-Extension-Identifier "$HEADERS" | tr -d '[:space:]' | cut -d: -f2)
while true; do
  EVENT=$(curl -sS "$API/event/next" -H "Lambda-Extension-Identifier: $ID")
  case "$EVENT" in *SHUTDOWN*) exit 0 ;; esac
  echo x >> "$TMPDIR/heard"
done
`;

const python = `#!/usr/bin/env python3
import json, os, pathlib, urllib.request
api = "http://" + os.environ["AWS_LAMBDA_RUNTIME_API"] + "/2020-01-01/extension/"

def call(path, body=None, **headers):
    request = urllib.request.Request(api + path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    return urllib.request.urlopen(request)

registered = call("register", json.dumps({"events": ["INVOKE", "SHUTDOWN"]}).encode(),
                  Lambda_Extension_Name=pathlib.Path(__file__).name)
identifier = registered.headers["Lambda-Extension-Identifier"]
while True:
    event = json.load(call("event/next", Lambda_Extension_Identifier=identifier))
    if event["eventType"] == "SHUTDOWN":
        break
    with open(os.environ["TMPDIR"] + "/heard", "a") as file:
        file.write("x\\n")
`;

/** Answers how often the extension has heard of an invocation, this one included: it waits for it. */
const source = `
const { existsSync, readFileSync } = require('node:fs');
const heard = () => existsSync(file) ? readFileSync(file, 'utf8').split('\\n').length - 1 : 0;
const file = process.env.TMPDIR + '/heard';
let calls = 0;
exports.handler = async () => {
  calls++;
  for (let turn = 0; turn < 200 && heard() < calls; turn++) await new Promise((done) => setTimeout(done, 20));
  return { statusCode: 200, body: JSON.stringify({ calls, heard: heard() }) };
};`;

async function deploy(extension: string): Promise<string> {
  const name = `extension-${randomUUID()}`;
  const content = { name: 'extensions/told-of-all', content: extension, mode: 0o100755 };
  const { LayerVersionArn } = await client.functions.publishLayerVersion({
    LayerName: name,
    Content: { ZipFile: zipOf(content) },
  });
  const { FunctionArn } = await client.functions.createFunction({
    FunctionName: name,
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/extension',
    Timeout: 20,
    Layers: [known(LayerVersionArn)],
    Code: { ZipFile: createZip({ 'index.js': source }) },
  });
  const Principal = 'apigateway.amazonaws.com';
  const permission = { StatementId: 'api', Action: 'lambda:InvokeFunction', Principal };
  await client.functions.addPermission({ FunctionName: name, ...permission });
  const { restApiId, resourceId } = await createApi(client, 'told');
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  await client.apis.putMethod({ ...method, authorizationType: 'NONE' });
  const uri = invocationUri(known(FunctionArn));
  await client.apis.putIntegration({ ...method, type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri });
  await client.apis.createDeployment({ restApiId, stageName: 'dev' });
  return `${inject('sallyport').gatewayUrl}/_aws/execute-api/${restApiId}/dev/told`;
}

describe.each([
  ['Bash (needs curl)', bash, clients.curl],
  ['Python (needs python3)', python, true],
])('an extension in %s', (_language, extension, isPossible) => {
  test.skipIf(!isPossible)(
    'is told of every request that an API sends to its function',
    { timeout: 60_000 },
    async () => {
      const url = await deploy(extension);
      const answers: { readonly calls: number; readonly heard: number }[] = [];
      for (let call = 0; call < 3; call++) answers.push(JSON.parse(await (await fetch(url)).text()));
      // An extension that is not done yet may keep its instance from the next call, which then has another.
      for (const { calls, heard } of answers) expect([calls > 0, heard]).toEqual([true, calls]);
    },
  );
});
