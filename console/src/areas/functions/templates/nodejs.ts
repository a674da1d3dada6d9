/** Functions to begin with, in JavaScript modules. */
export const NODEJS = {
  hello: `export const handler = async (event) => {
  console.log('Received', JSON.stringify(event));
  return { message: 'Hello from Lambda!', received: event };
};
`,
  proxy: `// Behind a proxy integration: the request comes as an event, and what is returned becomes the response.
export const handler = async (event) => {
  const method = event.httpMethod ?? event.requestContext?.http?.method;
  const path = event.path ?? event.rawPath;
  const name = event.queryStringParameters?.name ?? 'world';
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ message: \`Hello, \${name}!\`, method, path }),
  };
};
`,
  'token-authorizer': `// A TOKEN authorizer. Check the token here, such as a JSON Web Token's signature.
export const handler = async (event) => {
  if (event.authorizationToken === 'allow') return answer('user', 'Allow', event.methodArn);
  if (event.authorizationToken === 'deny') return answer('user', 'Deny', event.methodArn);
  // The client gets 401.
  throw new Error('Unauthorized');
};

function answer(principalId, effect, resource) {
  return {
    principalId,
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{ Action: 'execute-api:Invoke', Effect: effect, Resource: resource }],
    },
    // Integrations find these as $context.authorizer.KEY.
    context: { plan: 'free' },
  };
}
`,
  'request-authorizer': `// A REQUEST authorizer: it sees headers, query and path, and may look at the caller's address.
export const handler = async (event) => {
  const key = event.headers?.['x-key'] ?? event.queryStringParameters?.key;
  const effect = key === 'open-sesame' ? 'Allow' : 'Deny';
  return {
    principalId: key ?? 'unknown',
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{ Action: 'execute-api:Invoke', Effect: effect, Resource: event.methodArn }],
    },
    context: { sourceIp: event.requestContext?.identity?.sourceIp ?? '' },
  };
};
`,
  streaming: `// Writes its answer piece by piece: for a method whose response transfer mode is STREAM, or a function URL.
export const handler = awslambda.streamifyResponse(async (event, stream) => {
  const metadata = { statusCode: 200, headers: { 'Content-Type': 'text/plain' } };
  const body = awslambda.HttpResponseStream.from(stream, metadata);
  for (let count = 1; count <= 5; count += 1) {
    body.write(\`Line \${count}\\n\`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  body.end();
});
`,
} as const;
