'use strict';

/** Finds the function that a handler setting such as `index.handler` or `src/api.users.list` names. */
const { existsSync, readFileSync, statSync } = require('node:fs');
const { createRequire } = require('node:module');
const { basename, dirname, join, resolve } = require('node:path');
const { pathToFileURL } = require('node:url');
const { HandlerNotFound, ImportModuleError, MalformedHandlerName, UserCodeSyntaxError } = require('./errors.cjs');

/** @throws one of Lambda's `Runtime.*` errors, or whatever the module throws while it is loaded */
async function loadHandler(root, setting) {
  if (setting.includes('..')) {
    throw new MalformedHandlerName(
      `'${setting}' is not a valid handler name. Use absolute paths when specifying root directories in handler names.`,
    );
  }
  const [, moduleName, exported] = /^([^.]*)\.(.*)$/.exec(basename(setting)) ?? [];
  if (!moduleName || !exported) throw new MalformedHandlerName('Bad handler');

  const module = await loadModule(root, join(dirname(setting), moduleName));
  const handler = exported.split('.').reduce((object, name) => object?.[name], module);
  if (handler === undefined) throw new HandlerNotFound(`${setting} is undefined or not exported`);
  if (typeof handler !== 'function') throw new HandlerNotFound(`${setting} is not a function`);
  return handler;
}

async function loadModule(root, name) {
  const file = findFile(resolve(root, name));
  const require = createRequire(join(root, 'handler.js'));
  try {
    if (file === undefined) return require(name);
    return isEsm(file, root) ? await import(pathToFileURL(file).href) : require(file);
  } catch (error) {
    if (error instanceof SyntaxError) throw new UserCodeSyntaxError(String(error));
    if (['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'].includes(error?.code)) throw new ImportModuleError(String(error));
    throw error;
  }
}

function findFile(base) {
  return ['', '.js', '.mjs', '.cjs'].map((extension) => base + extension).find(isFile);
}

function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** As Node.js decides: by the extension, for `.js` by the nearest package.json, here not above the function's own folder. */
function isEsm(file, root) {
  if (file.endsWith('.mjs')) return true;
  if (!file.endsWith('.js')) return false;
  for (let folder = dirname(file); folder.startsWith(resolve(root)); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) return JSON.parse(readFileSync(manifest, 'utf8')).type === 'module';
  }
  return false;
}

module.exports = { loadHandler };
