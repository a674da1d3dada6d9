/** The JavaScript client: a script for browsers and a module for Node.js (guide page how-to-generate-sdk-javascript). */
import type { SdkApi, SdkOperation } from '../api.ts';
import { commentText, nameOperations } from '../names.ts';
import { CORE } from './core.ts';
import { operationName } from './operation-name.ts';

const FOLDER = 'apiGateway-js-sdk';

export function generateJavaScript(api: SdkApi): Readonly<Record<string, string>> {
  return {
    [`${FOLDER}/apigClient.js`]: client(api),
    [`${FOLDER}/lib/apiGatewayCore/apiGatewayCore.js`]: CORE,
    [`${FOLDER}/README.md`]: readme(api),
  };
}

function client({ name, endpoint, region, operations }: SdkApi): string {
  return `'use strict';
/** Client of the API ${commentText(name)}. */
var apigClientFactory = (function () {
  var core =
    typeof module === 'object' && module.exports
      ? require('./lib/apiGatewayCore/apiGatewayCore.js')
      : (typeof self !== 'undefined' ? self : this).apiGatewayCore;

  function newClient(config) {
    config = Object.assign({ endpoint: ${JSON.stringify(endpoint)}, region: ${JSON.stringify(region)} }, config);
    config.endpoint = config.endpoint.replace(/\\/+$/, '');
    function call(operation) {
      return function (params, body, additionalParams) {
        return core.send(config, operation, params, body, additionalParams);
      };
    }
    return {
${nameOperations(operations, operationName)
  .map(({ name: method, operation }) => `      ${method}: call(${describe(operation)}),`)
  .join('\n')}
    };
  }

  return { newClient: newClient };
})();
if (typeof module === 'object' && module.exports) module.exports = apigClientFactory;
`;
}

/** What the core needs to know of an operation, as a literal. */
export function describe({ httpMethod, path, parameters }: SdkOperation): string {
  const names = (where: string) => parameters.filter((parameter) => parameter.in === where).map(({ name }) => name);
  return JSON.stringify({ method: httpMethod, path, query: names('query'), headers: names('header') });
}

function readme({ name, operations }: SdkApi): string {
  const names = nameOperations(operations, operationName);
  return `# JavaScript client of ${commentText(name)}

In a page:

    <script src="lib/apiGatewayCore/apiGatewayCore.js"></script>
    <script src="apigClient.js"></script>

In Node.js (18 or later): \`const apigClientFactory = require('./apigClient.js')\`. Then

    const client = apigClientFactory.newClient({ apiKey, accessKey, secretKey, sessionToken, region, endpoint });

Everything in the configuration is optional. With \`accessKey\` and \`secretKey\` requests are signed (Signature Version 4), with
\`apiKey\` they carry \`x-api-key\`. Every method takes \`(params, body, { headers, queryParams })\` and gives a promise of
\`{ status, statusText, headers, data, bytes }\`; it rejects for a status of 300 and above, with the same in \`error.response\`.
A body that is an \`ArrayBuffer\`, a view of one or a \`Blob\` is sent as it is, a string as text, everything else as JSON.
\`data\` is the answer's JSON, else its text; \`bytes\` is the answer as it came.

${names.map(({ name: method, operation }) => `- \`${method}\`: ${operation.httpMethod} ${operation.path}`).join('\n')}
`;
}
