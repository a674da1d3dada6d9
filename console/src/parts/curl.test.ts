import { expect, it } from 'vitest';
import { curlOf } from './curl.ts';

it('an address is given to a shell as it is, unless the shell would read something in it', () => {
  expect(curlOf('http://a:8080/x/pets', 'GET')).toBe('curl http://a:8080/x/pets');
  expect(curlOf('http://a/pets', 'DELETE')).toBe('curl -X DELETE http://a/pets');
  expect(curlOf('http://a/pets/{id}', 'ANY')).toBe("curl 'http://a/pets/{id}'");
  expect(curlOf("http://a/it's;rm", 'GET')).toBe("curl 'http://a/it'\\''s;rm'");
});
