'use strict';

/** A template's way to its function: the platform starts Node.js ahead of time, and tells it by stdin what it is to be. */
const { readFileSync } = require('node:fs');
const Module = require('node:module');

/** Waits for the assignment, which comes as JSON with the end of stdin, and takes it on. Ends with a platform that is gone. */
function becomeAssigned() {
  const text = readFileSync(0, 'utf8');
  if (text === '') process.exit(0);
  const { environment, directory } = JSON.parse(text);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, environment);
  process.chdir(directory);
  // NODE_PATH is read when Node.js starts, and now.
  Module._initPaths();
}

module.exports = { becomeAssigned };
