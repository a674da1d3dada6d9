import { expect, it } from 'vitest';
import { testsOf } from './called-operations.ts';

const file = (path: string, text: string) => ({ path, text });

it('an operation is tested where it is called, by a handler, an SDK, boto3 or the AWS CLI, real clients first', () => {
  const files = [
    file('src/services/apigateway/a.test.ts', 'await api.getRestApi({})'),
    file('src/control/b.test.ts', 'await api.getRestApis({}); // getRestApi'),
    file('src/services/iam/c.test.ts', 'await other.getRestApi({})'),
    file('src/log-store/d.test.ts', 'await other.getRestApi({})'),
    file('test/cli.py', "aws('get-rest-api', x)"),
    file('test/boto.py', 'client.get_rest_api(id)'),
  ];
  expect(testsOf('GetRestApi', files, 'apigateway')).toEqual([
    ...['test/cli.py', 'test/boto.py', 'src/services/apigateway/a.test.ts'],
  ]);
  expect(testsOf('GetRestApis', files, 'apigateway')).toEqual(['src/control/b.test.ts']);
  expect(testsOf('GetModel', files, 'apigateway')).toBeUndefined();
  const both = [
    { path: 'test/one.ts', text: 'api.getStage({})' },
    { path: 'test/two.ts', text: 'client.v2.getStage({})' },
    { path: 'src/services/apigatewayv2/stages.test.ts', text: 'handlers.getStage({})' },
    { path: 'src/services/apigatewayv2/tags.test.ts', text: 'v2.getStage({})' },
  ];
  expect(testsOf('GetStage', both, 'apigateway')).toEqual(['test/one.ts']);
  expect(testsOf('GetStage', both, 'apigatewayv2')).toEqual([
    ...['test/two.ts', 'src/services/apigatewayv2/stages.test.ts', 'src/services/apigatewayv2/tags.test.ts'],
  ]);
});
