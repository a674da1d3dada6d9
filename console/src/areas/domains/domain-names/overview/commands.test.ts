import { expect, test } from 'vitest';
import { commandsOf } from './commands.ts';

const PLAIN = { http: 'http://10.0.0.5:8080', https: undefined };

test('leaves nothing of a path to the shell', () => {
  const { http } = commandsOf('api.example.com', PLAIN, "/a$(b)'c/", { isMutual: false });
  expect(http).toBe(`curl -H 'Host: api.example.com' 'http://10.0.0.5:8080/a$(b)'\\''c/'`);
});

test('tells DNS and curl where a name is, by every kind of address', () => {
  expect(commandsOf('api.example.com', PLAIN, '/v1/', { isMutual: false })).toEqual({
    dns: 'api.example.com. IN A 10.0.0.5',
    http: "curl -H 'Host: api.example.com' http://10.0.0.5:8080/v1/",
    https: undefined,
  });
  const named = { http: 'http://gate.example:8080', https: 'https://gate.example:8443' };
  expect(commandsOf('*.example.com', named, '/', { isMutual: false })).toEqual({
    dns: '*.example.com. IN CNAME gate.example.',
    http: "curl -H 'Host: any.example.com' http://gate.example:8080/",
    https: 'curl -k --resolve any.example.com:8443:gate.example https://any.example.com:8443/',
  });
  const six = { http: 'http://[fd00::1]:8080', https: 'https://[fd00::1]' };
  expect(commandsOf('api.example.com', six, '/', { isMutual: true })).toEqual({
    dns: 'api.example.com. IN AAAA fd00::1',
    http: undefined,
    https: 'curl --cert client.pem --key client.key --resolve api.example.com:443:[fd00::1] https://api.example.com/',
  });
});
