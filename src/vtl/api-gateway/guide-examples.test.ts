import { describe, expect, it } from 'vitest';
import { GUIDE_EXAMPLES } from '../testing/guide-examples.ts';
import { render } from '../testing/render.ts';

describe("the guide's worked examples", () => {
  const mappings = GUIDE_EXAMPLES.flatMap(({ name, payload, mappings }) =>
    mappings.map(({ template, result }, index) => ({ name, index, payload, template, result })),
  );

  it.each(mappings)('$name, mapping $index', ({ payload, template, result }) => {
    expect(JSON.parse(render(template, { body: JSON.stringify(payload) }))).toEqual(result);
  });

  // Page api-gateway-mapping-variable-examples, "Example 1" to "Example 5", and the older api-gateway-mapping-template-reference.
  const pet = { querystring: { name: 'Bella', type: 'dog' }, body: '{"Price": "249.99", "Age": "6"}' };
  const things = { path: { id: '123' }, body: '{"things": {"1": {}, "2": {}, "3": {}}}' };

  it('example 1: $context', () => {
    const context = { stage: 'prod', identity: { sourceIp: '192.0.2.1', userAgent: 'curl/7.84.0' } };
    const template =
      '{"stage": "$context.stage", "ip": "$context.identity.sourceIp", "key": "$context.identity.apiKey"}';
    expect(JSON.parse(render(template, { context }))).toEqual({ stage: 'prod', ip: '192.0.2.1', key: '' });
  });

  it('example 2: all parameters', () => {
    const template = `#set($all = $input.params())
{
  "params" : {
    #foreach($type in $all.keySet())
    #set($params = $all.get($type))
    "$type" : {
      #foreach($name in $params.keySet())
      "$name" : "$util.escapeJavaScript($params.get($name))"
      #if($foreach.hasNext),#end
      #end
    }
    #if($foreach.hasNext),#end
    #end
  }
}`;
    const request = {
      path: { example2: 'myparamm' },
      querystring: { querystring1: 'value1,value2' },
      header: { header1: 'value1' },
    };
    expect(JSON.parse(render(template, request))).toEqual({ params: request });
  });

  it('example 3: the whole payload', () => {
    expect(render(`{"name" : "$input.params('name')", "body" : $input.json('$')}`, pet)).toBe(
      '{"name" : "Bella", "body" : {"Price":"249.99","Age":"6"}}',
    );
  });

  it('example 4: a part of the payload, also escaped', () => {
    expect(render("$input.json('$.Age')", pet)).toBe('"6"');
    expect(render("$util.escapeJavaScript($input.json('$.Age'))", pet)).toBe('\\"6\\"');
  });

  it('example 5: size, and a part escaped', () => {
    const template = `{"id":"$input.params('id')","count":"$input.path('$.things').size()",
"things":"$util.escapeJavaScript($input.json('$.things'))"}`;
    expect(JSON.parse(render(template, things))).toEqual({ id: '123', count: '3', things: '{"1":{},"2":{},"3":{}}' });
  });

  it('the example of parseJson', () => {
    const body = '{"errorMessage":"{\\"key1\\":\\"var1\\",\\"key2\\":{\\"arr\\":[1,2,3]}}"}';
    const template = `#set ($error = $util.parseJson($input.path('$.errorMessage')))
{ "value" : $error.key2.arr[0] }`;
    expect(render(template, { body })).toBe('{ "value" : 1 }');
  });

  it('the override of a status (page apigateway-override-request-response-parameters)', () => {
    const template = `#set($inputRoot = $input.path('$'))
$input.json("$")
#if($inputRoot.toString().contains("error"))
#set($context.responseOverride.status = 400)
#end
$context.responseOverride.status`;
    const context = { responseOverride: { header: {} } };
    expect(render(template, { body: '{"errors":[{"key":"k"}]}', context })).toBe('{"errors":[{"key":"k"}]}\n400');
    expect(render(template, { body: '{"id":1}', context })).toBe('{"id":1}\n');
  });
});
