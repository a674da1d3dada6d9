import { issueSelfSigned } from '../../src/services/acm/testing/certificates.ts';
import { createZip } from '../support/zip.ts';
import { describeCycle } from './describe-cycle.ts';

/** A function of each round, with what it runs. */
const functions = (program: (round: string) => string) =>
  Object.fromEntries(
    ['one', 'two'].map((round) => [`function-${round}.zip`, createZip({ 'index.js': program(round) })]),
  );

const layer = createZip({ 'nodejs/node_modules/shared/index.js': "module.exports = 'shared';" });
const { certificate, privateKey } = await issueSelfSigned('shop.test', Date.now());

// The provider pauses for 5 seconds after each call that makes or changes a function or provisions concurrency, and up to half
// a minute around links and domain names.
describeCycle([
  {
    title: 'functions',
    name: 'functions',
    // Tells which code and which environment answered, and what it was asked.
    files: functions(
      (round) => `exports.handler = async (event) => ({ code: '${round}', text: process.env.TEXT, ...event });`,
    ),
    // The deployment is replaced, the resource is moved in rest-apis.tf, and the provider updates no permission in place.
    constant: ['aws_api_gateway_deployment', 'aws_api_gateway_resource', 'aws_lambda_permission'],
    replaced: ['aws_api_gateway_deployment.this'],
    // No import can know the name of the file that a function's code came from.
    completed: { 'aws_lambda_function.answer': 'update' },
  },
  {
    title: 'Lambda',
    name: 'lambda',
    files: {
      // Tells which code answered, and what its layer says.
      ...functions((round) => `exports.handler = async () => ({ code: '${round}', layer: require('shared') });`),
      'layer.zip': layer,
    },
    // The provider updates none of the first three in place, and a runtime is always the machine's.
    constant: [
      'aws_lambda_layer_version',
      'aws_lambda_layer_version_permission',
      'aws_lambda_permission',
      'aws_lambda_runtime_management_config',
    ],
    // No import can know the names of the files that code came from; who depends on them changes with them.
    completed: {
      'aws_lambda_alias.live': 'update',
      'aws_lambda_function.api': 'update',
      'aws_lambda_layer_version.shared': 'replace',
      'aws_lambda_layer_version_permission.shared': 'replace',
    },
  },
  {
    title: 'logs',
    name: 'logs',
    files: { 'code.zip': createZip({ 'index.js': 'exports.handler = async () => undefined;' }) },
    // A stream has nothing that could be updated.
    constant: ['aws_lambda_permission', 'aws_cloudwatch_log_stream'],
    // No import can know the name of the file that a function's code came from.
    completed: { 'aws_lambda_function.reader': 'update' },
  },
  { title: 'domains', name: 'domains' },
  {
    title: 'user pools',
    name: 'pools',
    files: { 'cert.pem': Buffer.from(certificate), 'key.pem': Buffer.from(privateKey) },
    // They have nothing that could change.
    constant: ['aws_cognito_user_in_group', 'aws_cognito_user_pool_domain'],
    // No answer has a private key or a password, or says whether an invitation was sent. The provider does not read back that a
    // secret was made, and imports no membership.
    completed: {
      'aws_acm_certificate.shop': 'update',
      'aws_cognito_user.anna': 'update',
      'aws_cognito_user_in_group.anna': 'create',
      'aws_cognito_user_pool_client.machine': 'replace',
    },
  },
]);
