import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../test/support/ports.ts';
import { CORES, installed } from '../support/cores.ts';
import { type Places, type Running, type Subject, startOn } from './subject.ts';

/** Debian's place for the modules of its own nginx. */
const MODULES = '/usr/share/nginx/modules-available';
const LUA_MODULES = [`${MODULES}/mod-http-ndk.conf`, `${MODULES}/mod-http-lua.conf`];

/** Connections are never closed by a count or by time within a run. */
const KEEP = 'keepalive_requests 100000000; keepalive_timeout 600s;';
const COMBINED = `log_format line '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_user_agent" $request_time';`;
const JSON_LINE = `log_format line escape=json '{"requestId":"$request_id","ip":"$remote_addr","requestTime":"$time_local","httpMethod":"$request_method","path":"$uri","status":"$status","protocol":"$server_protocol","responseLength":"$body_bytes_sent","responseLatency":"$request_time"}';`;
const PROXY = `proxy_pass http://backend; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header X-Forwarded-For $remote_addr;`;

/** The backend: answers everything with the same small JSON, as fast as nginx can. */
export async function startBackend(places: Omit<Places, 'upstreamPort'>): Promise<Running | undefined> {
  const body = '{"users":[{"id":1,"name":"Ada Lovelace"},{"id":2,"name":"Alan Turing"}],"next":null}';
  const server = (port: number): string =>
    `access_log off; ${KEEP} server { listen 127.0.0.1:${port}; location / { default_type application/json; return 200 '${body}'; } }`;
  return startNginx(join(places.folder, 'backend'), CORES.load, server);
}

export const NGINX: Subject = {
  name: 'nginx',
  does: 'proxy, access log',
  start: ({ folder, upstreamPort }) =>
    startNginx(join(folder, 'nginx'), CORES.subject, (port) =>
      proxying(folder, port, upstreamPort, COMBINED, `location / { ${PROXY} }`),
    ),
};

/** What a gateway written by hand for nginx does: an API key looked up, a limit, counters, a JSON line. */
export const NGINX_LUA: Subject = {
  name: 'nginx + Lua',
  does: 'proxy, key, limit, counters, JSON log',
  headers: { 'x-api-key': 'key-500' },
  async start({ folder, upstreamPort }) {
    if (!LUA_MODULES.every((file) => existsSync(file))) return undefined;
    return startNginx(
      join(folder, 'nginx-lua'),
      CORES.subject,
      (port) =>
        `lua_shared_dict keys 4m; lua_shared_dict limits 4m; lua_shared_dict counters 1m;
         init_by_lua_block { for i = 1, 1000 do ngx.shared.keys:set("key-" .. i, "plan-" .. (i % 10)) end }
         ${proxying(folder, port, upstreamPort, JSON_LINE, `location / { access_by_lua_block { ${ADMIT} } log_by_lua_block { ${COUNT} } ${PROXY} }`)}`,
      LUA_MODULES,
    );
  },
};

const ADMIT = `
  local key = ngx.var.http_x_api_key
  local plan = key and ngx.shared.keys:get(key)
  if not plan then return ngx.exit(403) end
  local used = ngx.shared.limits:incr(key .. ":" .. math.floor(ngx.now()), 1, 0, 2)
  if used > 1000000 then return ngx.exit(429) end
  ngx.shared.limits:incr(plan .. ":" .. key, 1, 0)`;
const COUNT = `
  local counters = ngx.shared.counters
  counters:incr("count", 1, 0)
  if ngx.status >= 500 then counters:incr("5xx", 1, 0) elseif ngx.status >= 400 then counters:incr("4xx", 1, 0) end
  counters:incr("latency", ngx.now() - ngx.req.start_time(), 0)`;

/** A proxy with an access log and more directives for its one location; undefined where nginx is not installed. */
export function startNginxProxy(
  folder: string,
  upstreamPort: number,
  directives: string,
): Promise<Running | undefined> {
  return startNginx(folder, CORES.subject, (port) =>
    proxying(folder, port, upstreamPort, COMBINED, `location / { ${PROXY} ${directives} }`),
  );
}

function proxying(folder: string, port: number, upstreamPort: number, format: string, location: string): string {
  return `${format} access_log ${folder}/access.log line buffer=64k flush=1s; ${KEEP}
    upstream backend { server 127.0.0.1:${upstreamPort}; keepalive 256; keepalive_requests 100000000; }
    server { listen 127.0.0.1:${port}; ${location} }`;
}

async function startNginx(
  folder: string,
  core: number,
  http: (port: number) => string,
  includes: readonly string[] = [],
): Promise<Running | undefined> {
  if (!installed('nginx', '-v')) return undefined;
  await mkdir(folder, { recursive: true });
  const port = await freePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder};`);
  const file = join(folder, 'nginx.conf');
  await writeFile(
    file,
    `${includes.map((include) => `include ${include};`).join(' ')}
     daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
     events { worker_connections 4096; }
     http { ${temporary.join(' ')} ${http(port)} }`,
  );
  return startOn(core, port, 'nginx', ['-c', file, '-e', join(folder, 'error.log')]);
}
