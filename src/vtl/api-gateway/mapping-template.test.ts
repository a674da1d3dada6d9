import { describe, expect, it } from 'vitest';
import { render } from '../testing/render.ts';

describe('$context and $stageVariables', () => {
  it('fact D44: claims as a whole are null, single ones work, names with a colon need brackets', () => {
    // The caller leaves out what shall read as null; a claim is found by either spelling.
    const context = { authorizer: { claims: { sub: 'abc', 'custom:role': 'admin' } } };
    expect(render("$context.authorizer.claims.sub $context.authorizer.claims['custom:role']", { context })).toBe(
      'abc admin',
    );
    expect(render('[$context.authorizer.claims]', { context: { authorizer: {} } })).toBe('[]');
  });

  it('fact D45: what an authorizer gave is text', () => {
    const context = { authorizer: { key: 'value', numKey: '1', boolKey: 'true' } };
    expect(render('$context.authorizer.numKey#if($context.authorizer.boolKey == "true")!#end', { context })).toBe('1!');
  });

  it('fact D46: a stage variable in its three spellings', () => {
    const stageVariables = { host: 'example.com' };
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Velocity's notation.
    expect(render("$stageVariables.host $stageVariables['host'] ${stageVariables['host']}", { stageVariables })).toBe(
      'example.com example.com example.com',
    );
  });

  it('lets a template set overrides (fact D30)', () => {
    const context = { requestOverride: { header: {}, path: {}, querystring: {} } };
    const template = `#set($context.requestOverride.header.X-Amz-Target = "A.B")
#set($context.requestOverride.path['p'] = 1)
$context.requestOverride`;
    expect(render(template, { context })).toBe('{header={X-Amz-Target=A.B}, path={p=1}, querystring={}}');
  });

  // localstack's AWS-validated test_integration_mock_with_request_overrides_in_response_template.
  it('reads an override of the request in the response', () => {
    const template = `#set($body = $util.parseJson($context.requestOverride.path.body))
#if($body.path == 'one')path one#else other#end`;
    const context = { requestOverride: { path: { body: '{"path":"one"}' } } };
    expect(render(template, { context })).toBe('path one');
  });
});
