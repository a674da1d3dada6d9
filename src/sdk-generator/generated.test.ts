import { describe, expect, it } from 'vitest';
import type { ApiSnapshot, Method } from '../model/index.ts';
import { describeApi, generateSdk, type SdkLanguage } from './index.ts';

const method = (httpMethod: Method['httpMethod'], more: Partial<Method> = {}): Method => ({
  httpMethod,
  authorizationType: 'NONE',
  apiKeyRequired: false,
  ...more,
});

function snapshot(paths: Readonly<Record<string, readonly Method[]>>, more: Partial<ApiSnapshot> = {}): ApiSnapshot {
  return {
    restApi: {
      id: 'api',
      name: 'calc',
      createdDate: 0,
      apiKeySource: 'HEADER',
      endpointConfiguration: { types: ['EDGE'], ipAddressType: 'ipv4' },
      tags: {},
      disableExecuteApiEndpoint: false,
      rootResourceId: 'root',
    },
    resources: Object.entries(paths).map(([path, methods]) => ({
      id: path,
      path,
      resourceMethods: Object.fromEntries(methods.map((one) => [one.httpMethod, one])),
    })),
    models: [],
    authorizers: [],
    requestValidators: [],
    gatewayResponses: [],
    ...more,
  };
}

function generate(type: SdkLanguage, of: ApiSnapshot): string {
  const api = describeApi(of, { endpoint: 'https://example.com/v1', region: 'us-east-1' });
  const parameters = { serviceName: 'SimpleCalcSdk', javaPackageName: 'examples.aws.apig.simpleCalc.sdk' };
  return Object.values(generateSdk(type, api, parameters)).join('\n');
}

const calculator = snapshot({ '/': [method('GET'), method('POST')], '/{a}/{b}/{op}': [method('GET')] });

describe('names', () => {
  it('are those of AWS in JavaScript (guide page how-to-generate-sdk-javascript)', () => {
    const text = generate('javascript', calculator);
    for (const name of ['rootGet', 'rootPost', 'aBOpGet']) expect(text).toContain(`      ${name}: call(`);
    expect(text).toContain('apigClientFactory');
  });

  it('are those of AWS in Java (guide page how-to-call-apigateway-generated-java-sdk)', () => {
    const text = generate('java', calculator);
    for (const name of ['getABOp(GetABOpRequest', 'getApiRoot(GetApiRootRequest', 'postApiRoot(PostApiRootRequest']) {
      expect(text).toContain(name);
    }
  });

  it('are told apart when paths would get the same one', () => {
    const text = generate(
      'javascript',
      snapshot({ '/a/b': [method('GET')], '/a-b': [method('GET')], '/a_b': [method('GET')] }),
    );
    for (const name of ['aBGet', 'aBGet2', 'aBGet3']) expect(text).toContain(`      ${name}: call(`);
  });

  it('leave methods for every verb out (guide page how-to-generate-sdk-javascript)', () => {
    expect(generate('javascript', snapshot({ '/x': [method('ANY')] }))).not.toContain('xAny');
  });
});

const EVIL = `"""'''*/\`\${process.exit(1)}\n\r\u2028\\"); import os; os.abort() #`;

// Whatever an author calls things, no text of theirs becomes code: it is quoted, or letters and digits, or a closed comment.
describe.each(['javascript', 'typescript', 'python', 'java'] as const)('%s', (type) => {
  it('quotes what authors write', () => {
    const evil = snapshot({
      '/x': [
        method('POST', { operationName: EVIL, requestParameters: { [`method.request.querystring.${EVIL}`]: true } }),
      ],
    });
    const schema = JSON.stringify({ type: 'object', properties: { [EVIL]: { type: 'string', enum: [EVIL] } } });
    const text = generate(type, {
      ...evil,
      restApi: { ...evil.restApi, name: EVIL, description: EVIL },
      models: [{ id: 'm', name: 'Evil', description: EVIL, contentType: 'application/json', schema }],
    });
    // The text stands only where its quotes are escaped; unescaped lines would hold it as it is.
    expect(text).not.toContain('"""\'\'\'*/');
    expect(text).not.toMatch(/^[^"'#/*]*os\.abort\(\)/m);
    expect(text).not.toContain(EVIL);
  });
});
