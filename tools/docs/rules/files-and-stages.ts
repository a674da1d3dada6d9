import type { RuleGroup } from './rule-group.ts';

/** What is refused about files, documentation, deployments and stages. */
export const FILES_AND_STAGES_RULES: readonly RuleGroup[] = [
  {
    title: 'Documentation parts and versions',
    room: 'src/services/apigateway/documentation',
    aws: {
      "Value '{}' at '{}.type'": 'A16.1 An unknown type of part',
      "Value '{}' at '{}.statusCode'": 'A16.1 A status code that is neither one nor `*`',
      "Value '{}' at 'type'": 'A16.1 A list of an unknown type of part',
      "Value '{}' at 'locationStatus'": 'A16.3 A list of an unknown status',
      'Documentation part already exists for the specified location: {}': 'A16.1 A second part about one place',
      'Documentation part properties must be non-empty': 'A16.1 A part that says nothing',
    },
    ours: {
      'Documentation version cannot be blank': 'A16.2 A blank version',
      'Documentation version can have at most {} bytes': 'A16.2 A version of more than 64 bytes',
      'Version already exists: {}': 'A16.2 A version twice',
      "Invalid location specified: '{}' is not valid for type '{}'": 'A16.1 A field that a type of part does not have',
      "Invalid location specified: '{}' is required for type '{}'": 'A16.1 A name that is missing',
      'Invalid documentation part properties specified. Must be a JSON object.':
        'A16.1 Properties that are no JSON object',
      "Cannot delete documentation version '{}', is referenced in stage: {}":
        'A16.2 Deleting a version that a stage publishes',
    },
  },
  {
    title: 'Import',
    room: 'src/services/apigateway/import',
    aws: {
      "Value '{}' at '{}.mode'": 'A7.1 An unknown mode',
      'Errors found during import:{}': 'A7.1 The frame around everything that cannot be imported',
      'Warnings found during import:{}': 'A7.1 The frame around warnings with `failOnWarnings`',
      "Unable to create resource at path '{}'": 'A7.1 A path that cannot be',
      'Unable to put integration {}': 'A7.3 An integration that cannot be',
      "Unable to create model for '{}'": 'A7.7 A model that cannot be',
      "Unable to create authorizer from security definition: '{}'": 'D162 An authorizer that cannot be',
    },
    ours: {
      '{}\nAdditional warnings found during import:{}': 'A7.1 Warnings beside errors',
      "Unable to create documentation part for '{}'": 'A16.3 Documentation that cannot be',
      "Unable to put gateway response '{}'": 'A7.3 A gateway response that cannot be',
      "Unable to put method '{}' on resource at path '{}'": 'A7.1 A method that cannot be',
      'Unable to put method response {}': 'A7.1 A method response that cannot be',
      'Unable to put integration response {}': 'A7.3 An integration response that cannot be',
      "Unable to create request validator '{}'": 'A7.3 A request validator that cannot be',
      'Invalid basepath specified. Valid options are {}': 'A7.2 An unknown way to treat the base path',
    },
  },
  {
    title: 'OpenAPI files',
    room: 'src/openapi',
    aws: {
      'Invalid OpenAPI input.': 'A7.1 What is neither JSON nor YAML, or no OpenAPI',
      'Unable to parse API definition because of a malformed integration at path {}.':
        'A7.3 An integration that is none',
      "Unable to create authorizer from security definition: '{}'. Extension x-amazon-apigateway-authorizer is required. Any methods with security: '{}' will not be created. If this security definition is not a custom authorizer, remove the x-amazon-apigateway-authtype extension.":
        'D162 A custom authtype without an authorizer',
      'Model name must be alphanumeric: {}': 'D81 A model of other letters (a warning)',
      "Reference to model '{}' not found. Ignoring.": 'A7.7 A reference to a model that is not there (a warning)',
      "Unsupported security definition type '{}' for '{}'. Ignoring.":
        'D161 A security scheme that API Gateway does not have (a warning)',
      "Invalid format for '{}'. Expected type string for property '{}' of {} but got '{}'":
        'A7.3 A mapping that is no text (a warning)',
    },
    ours: {
      'The API definition is larger than {} bytes.': 'A17 A file of more than 6 MB',
      'Invalid OpenAPI input. It is nested deeper than {} levels.': 'A7.1 A file that is too deep',
      'Invalid OpenAPI input. It has more than {} values.': 'A7.1 A file of too many values, entity bombs among them',
      'The API definition has {} {}; at most {} can be imported.': 'A7.1 A file with too much in it',
      '{} Version {} is not supported, only 2.0 and 3.0.': 'A7.1 Another version of OpenAPI',
      '{} {} must be {}.': 'A7.1 Something else where an object or a list belongs',
      "Unable to create resource at path '{}': A path begins with a slash": 'A7.1 A path without a slash',
      'Unable to create documentation part without a location type. Ignoring.':
        'A16.3 Documentation of no type (a warning)',
      "Unable to resolve reference '{}'. Ignoring.": 'A7.7 A reference that leads nowhere (a warning)',
    },
  },
  {
    title: 'Export',
    room: 'src/services/apigateway/export',
    aws: {},
    ours: { 'Invalid export type specified. Valid options are {}': 'A7.5 An unknown kind of export' },
  },
  {
    title: 'Generated clients',
    room: 'src/services/apigateway/sdks',
    aws: {},
    ours: {
      'Invalid SDK type specified': 'A15.2 An unknown type',
      'Invalid SDK type specified. Valid options are {}': 'A15.1 A client of an unknown type',
      'Missing required parameter: {}': 'A15.1 A parameter that is missing',
      'Invalid value for parameter {}': 'A15.1 A parameter that names nothing in the language',
    },
  },
  {
    title: 'Deployments',
    room: 'src/services/apigateway/deployments',
    aws: {
      "The REST API doesn't contain any methods": 'A1.8 Deploying an API without methods',
      'No integration defined for method': 'A1.8 Deploying a method without an integration',
      "Private REST API doesn't have a resource policy attached to it": 'D157 Deploying a private API without a policy',
      'Active stages pointing to this deployment must be moved or deleted':
        'A1.8 Deleting a deployment that a stage serves',
      'Invalid deployment content specified.Stage {} must already be created before making a canary release deployment':
        'D120 A canary on a stage that is not there',
      'Invalid deployment content specified.Non null and non empty stageName must be provided for canary deployment. Provided value is {}':
        'D120 A canary on no stage',
    },
    ours: {},
  },
  {
    title: 'Stages',
    room: 'src/services/apigateway/stages',
    aws: {
      "Value '{}' at '{}.cacheClusterSize'": 'A8.5 An unknown size of the cache',
      'Deployment id does not exist': 'A8.6 A deployment that is not there',
      'Promotion not available. Canary does not exist.': 'D121 Promoting no canary',
      'CloudWatch Logs role ARN must be set in account settings to enable logging': 'A1.14 Logs without a role',
      "Access Log format must be single line, new line character is allowed only at end of the format: '{}'":
        'A12.2 A format of several lines',
      "Access Log format must include either $context.requestId or $context.extendedRequestId : '{}'":
        'A12.2 A format without an id of the request',
      'Stage already exists': 'D164 A name twice',
      'Invalid {} operation with path: {}': 'A1.3 Another operation than replace, remove and copy',
      'Invalid method setting path: {}. Must be one of: [{}]': 'A8.3 A path that a stage does not have',
      'Cannot remove method setting {} because there is no method setting for this method ':
        'A8.3 Removing settings that are not there',
      'Invalid copy operation with path: {} and from {}. Valid copy:path are [{}] and valid copy:from are [{}]':
        'D121 A copy that promotes nothing',
      'Stage name only allows a-zA-Z0-9_': 'A8.1 A name of other letters',
      "Invalid variable name: '{}'. Please use names with alphanumeric characters and '_'.":
        "A8.2 A variable's name of other letters, or of more than 64",
      "Invalid variable value: '{}'. Please use values with alphanumeric characters and the symbols ' ', -', '.', '_', ':', '/', '?', '&', '=', and ','.":
        "A8.2 A variable's value of other letters, or of more than 512",
    },
    ours: {
      'Invalid ARN specified in the request: access logs go to a CloudWatch Logs log group or to a Firehose stream whose name begins with amazon-apigateway-':
        'A12.2 Access logs to another place',
      'Invalid ARN specified in the request: access logs go to log groups of the same account':
        'A12.2 Access logs to a log group of another account',
      'The access log format can have at most {} bytes': 'A17 A format of more than 3 KB',
      'Canary percentTraffic must be between 0.0 and 100.0': 'A8.4 A share out of its range',
      "Invalid value for property '{}' specified": 'A8.3 A method setting out of its range',
      'Invalid deployment content specified.Stage {} has a canary; only canary release deployments can be made to it':
        'D120 A plain deployment to a stage with a canary',
      'Invalid cache cluster size specified. Valid options are {}': 'A8.5 A patch to an unknown size of the cache',
      'Stage name can have at most {} characters': 'A8.1 A name of more than 128 letters',
      'A stage can have at most {} stage variables': 'A8.2 The 101st variable',
    },
  },
];
