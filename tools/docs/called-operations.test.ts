import { expect, it } from 'vitest';
import { testsOf } from './called-operations.ts';

const file = (path: string, text: string) => ({ path, text });

it('an operation is tested where it is called, by a handler, an SDK, boto3 or the AWS CLI, real clients first', () => {
  const files = [
    file('src/a.test.ts', 'await api.getRestApi({})'),
    file('src/b.test.ts', 'await api.getRestApis({}); // getRestApi'),
    file('test/cli.py', "aws('get-rest-api', x)"),
    file('test/boto.py', 'client.get_rest_api(id)'),
  ];
  expect(testsOf('GetRestApi', files)).toEqual(['test/cli.py', 'test/boto.py', 'src/a.test.ts']);
  expect(testsOf('GetRestApis', files)).toEqual(['src/b.test.ts']);
  expect(testsOf('GetModel', files)).toBeUndefined();
  const both = [
    { path: 'test/one.ts', text: 'api.getStage({})' },
    { path: 'test/two.ts', text: 'client.v2.getStage({})' },
  ];
  expect(testsOf('GetStage', both)).toEqual(['test/one.ts']);
  expect(testsOf('GetStage', both, 'apigatewayv2')).toEqual(['test/two.ts']);
});
