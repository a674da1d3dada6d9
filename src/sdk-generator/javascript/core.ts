/**
 * What every JavaScript client stands on: requests by `fetch`, signatures by the Web Crypto API (AWS Signature Version 4,
 * IAM user guide, "Create a signed AWS API request"). Runs in browsers and in Node.js from 18 on; depends on nothing.
 */
export const CORE = `'use strict';
(function (root, factory) {
  if (typeof module === 'object' && module.exports) module.exports = factory();
  else root.apiGatewayCore = factory();
})(typeof self !== 'undefined' ? self : this, function () {
  const encoder = new TextEncoder();

  function hex(buffer) {
    return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  async function sha256(bytes) {
    return hex(await crypto.subtle.digest('SHA-256', bytes));
  }

  /** Bytes are sent as they are, texts in UTF-8, everything else as JSON. */
  function bytesOf(body) {
    if (body instanceof ArrayBuffer) return new Uint8Array(body);
    if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
    return encoder.encode(typeof body === 'string' ? body : JSON.stringify(body));
  }

  async function hmac(key, text) {
    const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    return crypto.subtle.sign('HMAC', imported, encoder.encode(text));
  }

  /** RFC 3986: everything but unreserved characters. */
  function encode(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, (c) => '%' + c.charCodeAt(0).toString(16).toUpperCase());
  }

  function canonicalQuery(query) {
    const pairs = query.map(([name, value]) => [encode(name), encode(value)]);
    pairs.sort(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1));
    return pairs.map((pair) => pair.join('=')).join('&');
  }

  /** Gives the headers that sign the request. */
  async function sign(config, request) {
    const now = new Date().toISOString().replace(/[-:]|\\.\\d{3}/g, '');
    const date = now.slice(0, 8);
    const headers = Object.assign({}, request.headers, { 'x-amz-date': now });
    if (config.sessionToken) headers['x-amz-security-token'] = config.sessionToken;
    const signed = Object.assign({ host: request.url.host }, headers);
    const lower = {};
    for (const name of Object.keys(signed)) lower[name.toLowerCase()] = String(signed[name]).trim().replace(/ +/g, ' ');
    const names = Object.keys(lower).sort();
    const canonical = [
      request.method,
      request.url.pathname.split('/').map(encode).join('/'),
      canonicalQuery(request.query),
      names.map((name) => name + ':' + lower[name] + '\\n').join(''),
      names.join(';'),
      await sha256(request.body === undefined ? new Uint8Array(0) : request.body),
    ].join('\\n');
    const scope = [date, config.region, 'execute-api', 'aws4_request'].join('/');
    const text = ['AWS4-HMAC-SHA256', now, scope, await sha256(encoder.encode(canonical))].join('\\n');
    let key = encoder.encode('AWS4' + config.secretKey);
    for (const part of scope.split('/')) key = await hmac(key, part);
    const signature = hex(await hmac(key, text));
    headers.Authorization =
      'AWS4-HMAC-SHA256 Credential=' + config.accessKey + '/' + scope +
      ', SignedHeaders=' + names.join(';') + ', Signature=' + signature;
    return headers;
  }

  function expand(path, params) {
    return path.replace(/\\{([^{}]+?)(\\+?)\\}/g, (_, name, greedy) => {
      if (params[name] === undefined) throw new Error('The path parameter ' + name + ' is missing.');
      const text = String(params[name]);
      // A URL takes these for steps in the path, encoded too, and another method would be called.
      if ((greedy ? text.split('/') : [text]).some((part) => part === '.' || part === '..')) {
        throw new Error('The path parameter ' + name + ' is no part of a path: ' + text);
      }
      return greedy ? text.split('/').map(encode).join('/') : encode(text);
    });
  }

  function pairsOf(object) {
    return Object.keys(object || {}).flatMap((name) => {
      const value = object[name];
      if (value === undefined || value === null) return [];
      return (Array.isArray(value) ? value : [value]).map((item) => [name, String(item)]);
    });
  }

  function pick(params, names) {
    return Object.fromEntries(names.filter((name) => params[name] !== undefined).map((name) => [name, params[name]]));
  }

  /** Sends one request. Resolves with status, headers, data and bytes; rejects with the same in \`response\` above 299. */
  async function send(config, operation, params, body, additional) {
    params = params || {};
    additional = additional || {};
    const query = pairsOf(pick(params, operation.query)).concat(pairsOf(additional.queryParams));
    const headers = {};
    for (const [name, value] of pairsOf(pick(params, operation.headers)).concat(pairsOf(additional.headers))) {
      headers[name] = value;
    }
    const has = (name) => Object.keys(headers).some((known) => known.toLowerCase() === name);
    if (!has('accept')) headers.Accept = config.defaultAcceptType || 'application/json';
    let payload;
    if (body !== undefined && body !== null && operation.method !== 'GET' && operation.method !== 'HEAD') {
      if (typeof Blob !== 'undefined' && body instanceof Blob) body = await body.arrayBuffer();
      const isBinary = body instanceof ArrayBuffer || ArrayBuffer.isView(body);
      const usual = isBinary ? 'application/octet-stream' : 'application/json';
      if (!has('content-type')) headers['Content-Type'] = config.defaultContentType || usual;
      payload = bytesOf(body);
    }
    if (config.apiKey) headers['x-api-key'] = config.apiKey;
    const url = new URL(config.endpoint + expand(operation.path, params));
    url.search = canonicalQuery(query);
    const request = { method: operation.method, url, query, headers, body: payload };
    const isSigned = config.accessKey && config.secretKey;
    const response = await fetch(url, {
      method: operation.method,
      headers: isSigned ? await sign(config, request) : headers,
      body: payload,
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const raw = new TextDecoder().decode(bytes);
    let data = raw;
    try {
      if (raw !== '') data = JSON.parse(raw);
    } catch (error) {
      data = raw;
    }
    const result = {
      status: response.status,
      statusText: response.statusText,
      headers: Object.fromEntries(response.headers),
      data: data,
      bytes: bytes,
    };
    if (response.ok) return result;
    const failure = new Error('Request failed with status code ' + response.status);
    failure.response = result;
    throw failure;
  }

  return { send: send };
});
`;
