import type { RuleGroup } from './rule-group.ts';

/** What is refused about APIs and what is declared inside of them. */
export const APIS_RULES: readonly RuleGroup[] = [
  {
    title: 'Every operation',
    room: 'src/services/apigateway',
    aws: {
      "Value '{}' at 'statusCode'": 'D164 A status code other than 1xx to 5xx',
      "Value '{}' at '{}.patchOperations.{}.member.op'": 'A1.3 A patch with an operation that there is not',
      'Unable to complete operation due to concurrent modification. Please try again later.':
        'A1.1 What a change builds on was changed meanwhile',
      'Invalid API identifier specified {}:{}': 'D164 An unknown API',
      'Invalid Resource identifier specified': 'D164 An unknown resource',
      'Invalid Method identifier specified': 'A1.6 An unknown method',
      'Invalid Response status code specified': 'A1.6 An unknown method or integration response',
      'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY':
        'A1.6 An unknown verb, of a method or an integration',
      'Invalid Authorizer identifier specified': 'A9.4 An unknown authorizer',
      'Invalid Integration identifier specified': 'A5.1 A method without an integration',
      'Invalid model name specified: {}': 'A6.9 An unknown model',
      'Invalid Request Validator identifier specified': 'A2.7 An unknown request validator',
      'Gateway response type not defined on api': 'A2.8 Deleting a gateway response that the API does not define',
      'Invalid Documentation part identifier specified': 'A16.1 An unknown documentation part',
      'Invalid Documentation version specified': 'A16.2 An unknown documentation version',
      'Invalid Deployment identifier specified': 'A1.8 An unknown deployment',
      'Invalid stage identifier specified': 'D164 An unknown stage',
      'Invalid API Key identifier specified': 'A10.1 An unknown API key, or one that is not in the plan',
      'Invalid domain name identifier specified': 'A11.1 An unknown domain name',
      'Invalid base path mapping identifier specified': 'A11.1 An unknown base path mapping',
      'Invalid Vpc Link identifier specified': 'A5.6 An unknown VPC link',
      'Invalid Client Certificate identifier specified': 'A5.8 An unknown client certificate',
      'Invalid Usage Plan ID specified': 'A10.4 An unknown usage plan',
      'Invalid parameter name specified': 'A1.3 A patch of a parameter that is not there',
      'Content-Type specified was not found': 'A1.3 A patch of a template or model for a type that has none',
      'Parameter name should match the following regular expression: ^[a-zA-Z0-9._$-]+$':
        'D23 A parameter of other letters',
      'Invalid mapping expression specified: {}': 'A6.8 A mapping from something else than the guide lists',
      'Invalid mapping expression parameter specified: {}': 'A6.8 A mapping of a parameter that is not declared',
      'Validation Result: warnings : [], errors : [{}]':
        'A6.8 The frame around what is wrong with a mapping, a template or a model',
      'Too Many Requests': 'A1.13 Calls that come sooner than their rates, under `--limits aws`',
      'Invalid content type specified: {}': 'D20 A template for something that is no content type',
    },
    ours: {
      'Invalid domain name access association identifier specified': 'A11.6 An unknown access association',
      'Invalid limit specified': 'A1.1 A page of no items',
      'Invalid position specified': 'A1.1 A position that no page gave',
      'Template for {} exceeds {} bytes': 'A17 A template of more than 300 KB',
    },
  },
  {
    title: 'Patches',
    room: 'src/services/apigateway/patch',
    aws: {
      'Please choose supported operations': 'A1.3 An operation that no path of a resource, model or validator allows',
      'Must be one of: [{}]': 'A1.3 A path at which the operation is not allowed',
      "Invalid patch path  '{}' specified for op '{}'. {}": 'A1.3 The sentence around these two',
      'Invalid patch path {}': 'A1.3 A path that an API, method or integration does not have',
      'Invalid patch operation specified. Must be one of: [{}]': 'A1.3 An operation that the path does not allow',
    },
    ours: {},
  },
  {
    title: 'Quotas',
    room: 'src/services/apigateway/quotas',
    aws: {
      'Maximum number of {} for this {} has been reached.  Please contact AWS if you need additional {}.':
        'A17 More of anything than its quota, under `--limits aws`',
    },
    ours: {},
  },
  {
    title: 'APIs',
    room: 'src/services/apigateway/rest-apis',
    aws: {
      "Value '{}' at 'createRestApiInput.apiKeySource'": 'A1.4 An unknown source of API keys',
      'Description cannot be an empty string': 'A1.4 An empty description',
      "Value '{}' at '{}.types'": 'A1.4 An unknown type of endpoint',
      "Value '{}' at '{}.ipAddressType'": 'A1.4 An unknown type of addresses',
      'REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.': 'A1.4 No type of endpoint',
      'Cannot create an api with multiple Endpoint Types.': 'A1.4 Two types of endpoint',
      'Only dualstack ipAddressType is supported for Private APIs.': 'A1.4 A private API with ipv4',
      'Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE':
        'A1.4 A patch to an unknown type of endpoint',
      'Deleting RestApi {} failed. Please remove all base path mappings related to the RestApi in your domains: {}.':
        'A11.1 Deleting an API that domain names lead to',
      'Invalid minimum compression size, must be between 0 and 10485760': 'D164 A compression size out of its range',
      'ipAddressType must be either ipv4 or dualstack.': 'A1.4 A patch to an unknown type of addresses',
      "Invalid patch operation specified. Must be 'add'|'remove'|'replace'":
        'A1.3 Another operation on the types of endpoint',
      'Invalid policy document. Please check the policy syntax and ensure that Principals are valid.':
        'A1.4 A policy that is none',
      "Value '{}' at 'createRestApiInput.securityPolicy'": 'A1.4 An unknown security policy',
      "Value '{}' at 'createRestApiInput.endpointAccessMode'": 'A1.4 An unknown access mode',
    },
    ours: {
      "The pinned id '{}' is taken by another API.": 'A1.15 A pinned id twice',
      'The tags {} ask for different ids.': 'A1.15 Two pinned ids',
      "The pinned id '{}' must consist of 1 to 63 of the characters a-z, 0-9 and - within.":
        'A1.15 A pinned id that no host name can have',
      'VPC endpoint ids are only supported for Private APIs.': 'A1.4 VPC endpoints for a public API',
      'REST API name cannot be blank': 'A1.4 A blank name',
      'Resource policy exceeds the maximum length of {} characters': 'A17 A policy of more than 8192 characters',
      'Invalid ApiKeySource specified. Valid options are HEADER,AUTHORIZER':
        'A1.4 A patch to an unknown source of API keys',
      'Invalid SecurityPolicy specified. Valid options are {}': 'A1.4 A patch to an unknown security policy',
      'Invalid EndpointAccessMode specified. Valid options are {}': 'A1.4 A patch to an unknown access mode',
      'Endpoint access mode is only supported with security policies that start with SecurityPolicy_.':
        'D155 An access mode without an enhanced policy',
      'Endpoint access mode is required for security policies that start with SecurityPolicy_.':
        'D155 An enhanced policy without an access mode',
      'Security policy {} is not supported for the endpoint type {}.': 'D155 A policy for another type of endpoint',
    },
  },
  {
    title: 'Resources',
    room: 'src/services/apigateway/resources',
    aws: {
      'Root resource cannot be deleted.': 'A1.5 Deleting the root',
      "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.":
        'A1.5 A path part of other letters',
      'Cannot create a child of a resource with a greedy path variable: {}': 'A1.5, D164 A child of a greedy variable',
      'Another resource with the same parent already has this name: {}': 'A1.5, D164 A name that a sibling has',
      'A sibling ({}) of this resource already has a variable path part -- only one is allowed':
        'A1.5, D164 A second variable below one parent',
      'Root resource cannot update its {}.': 'A1.5 Moving or renaming the root',
      'Resources cannot be cyclical.': 'A1.5 Moving a resource below itself',
    },
    ours: {},
  },
  {
    title: 'Methods and their responses',
    room: 'src/services/apigateway/methods',
    aws: {
      'Invalid Request Validator identifier specified': 'A1.6 A request validator that is not there',
      'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.':
        'A1.6 Authorization by an authorizer that is not there, or of another type',
      'Parameter names must be unique across querystring, header and path': 'A1.6 One name at two places',
      'Method already exists for this resource': 'A1.6 A method twice',
      'Invalid model identifier specified: {}': 'A1.6 A model that is not there',
      'Response already exists for this resource': 'A1.6 A response twice',
    },
    ours: { 'Invalid AuthorizationType specified. Valid options are {}': 'A1.6 An unknown kind of authorization' },
  },
  {
    title: 'Integrations and their responses',
    room: 'src/services/apigateway/integrations',
    aws: {
      'Enumeration value for HttpMethod must be non-empty': 'D164 An integration other than MOCK without a verb',
      'Invalid ARN specified in the request': 'D66, D67 A URI, credentials or a target that should be an ARN',
      'Invalid cache key parameter specified': 'D167 A cache key that is no parameter',
      'No method response exists for method.': 'A5.9 Headers for a response that the method does not declare',
      "Value '{}' at 'putIntegrationInput.type'": 'D164 An unknown type',
      "Value '{}' at 'putIntegrationInput.connectionType'": 'A5.6 An unknown kind of connection',
      "Value '{}' at 'putIntegrationInput.contentHandling'": "A2.9 An unknown conversion of a request's body",
      "Value '{}' at 'putIntegrationInput.responseTransferMode'": 'A2.11 An unknown way to transfer',
      "Value '{}' at 'putIntegrationResponseInput.contentHandling'": "A2.9 An unknown conversion of a response's body",
      'Invalid HTTP endpoint specified for URI': 'D65 A URI without http or https, or with a port that is not allowed',
      'AWS ARN for integration must contain path or action': 'D67 An ARN of a service that names neither',
      "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.":
        'D67 A proxy to another service',
      'Role ARN must be specified for AWS integrations': 'D66 Another service than Lambda without credentials',
      'Timeout should be between {} ms and {} ms': 'D167 A timeout out of its range',
    },
    ours: {
      'Vpc Link id must be specified for connection type VPC_LINK': 'A5.6 A private integration without a link',
      'An integration target can only be specified for connection type VPC_LINK': 'A5.7 A target without a link',
      'The responseTransferMode STREAM is only supported for HTTP_PROXY and AWS_PROXY integrations':
        'D69 Streaming of other types',
      'Invalid passthrough behavior specified': 'A6.7 An unknown passthrough behavior',
      'Invalid ContentHandling specified. Valid options are {}': 'A2.9 A patch to an unknown conversion',
      'Invalid ConnectionType specified. Valid options are {}': 'A5.6 A patch to an unknown kind of connection',
      'Invalid ResponseTransferMode specified. Valid options are {}': 'A2.11 A patch to an unknown way to transfer',
    },
  },
  {
    title: 'Models',
    room: 'src/services/apigateway/models',
    aws: {
      'Model schema must have at least 1 property or array items defined': 'D81 A model without a schema',
      'Invalid model schema specified': 'D80 A schema that is none of draft 4',
      'Invalid model schema specified. Unsupported keyword(s): {}':
        'D80 A schema with words that draft 4 does not have',
      'Model reference must be in canonical form': 'A6.9 A reference that is no URL of a model',
      'Invalid model reference specified: {}': 'A6.9 A reference to a model that is not there',
      'Invalid model specified: {}': 'D80 The frame around these',
      'Model name already exists for this REST API': 'A6.9 A name twice',
      'Model name must be non-empty': 'D81 A blank name',
      'Model name must be alphanumeric: {}': 'D81 A name of other letters',
      "Cannot delete model '{}', is referenced in {}": 'A6.9 Deleting a model that a method uses',
    },
    ours: {
      'Model schema exceeds {} bytes': 'A17 A schema of more than 400 KB',
      "Cannot delete model '{}', is referenced in model: {}": 'A6.9 Deleting a model that another one refers to',
    },
  },
  {
    title: 'Request validators',
    room: 'src/services/apigateway/request-validators',
    aws: { 'Invalid REST API identifier specified': 'A2.7 A validator for an unknown API' },
    ours: {
      'Request Validator name cannot be blank': 'A2.7 A blank name',
      'Request Validator name must be unique': 'A2.7 A name twice',
      "Cannot delete request validator '{}', is referenced in method request: {}/{}":
        'A2.7 Deleting a validator that a method uses',
    },
  },
  {
    title: 'Gateway responses',
    room: 'src/services/apigateway/gateway-responses',
    aws: {
      "Value '{}' at 'responseType'": 'A2.8 An unknown type',
      "Value '{}' at 'putGatewayResponseInput.statusCode'": 'D83 A status other than 1xx to 5xx',
      'Invalid patch path {}': 'A1.3 A path or operation that a gateway response does not have',
      'Invalid null or empty value in responseParameters': 'D85 A patch to an empty parameter',
      'Invalid null or empty value in responseTemplates': 'D85 A patch to an empty template',
    },
    ours: { 'Invalid status code specified': 'D83 A patch to a status that is none' },
  },
  {
    title: 'Authorizers',
    room: 'src/services/apigateway/authorizers',
    aws: {
      "Value '{}' at 'createAuthorizerInput.type'": 'A9.4 An unknown type',
      'Authorizer name must be unique. Authorizer {} already exists in this RestApi.': 'A9.4 A name twice',
      'Invalid Authorizer URI: {}. Authorizer URI should be a valid API Gateway ARN that represents a Lambda function invocation.':
        'A9.4 A URI that calls no function',
      "Invalid token source expression: {}. The source must be a method request header, matching 'method.request.header.[a-zA-Z0-9._-]+'.":
        'A9.4 A token elsewhere than in a header',
      "Cannot delete authorizer '{}', is referenced in method: {}/{}": 'A9.4 Deleting an authorizer that a method uses',
    },
    ours: {
      'Identity source must be set if authorizer caching is enabled (TTL is greater than 0)':
        "D89 Caching without an identity source (AWS's words for HTTP APIs)",
      'Authorizer result TTL outside allowable range. TTL must be between {} and {} seconds.':
        "D90 A TTL beyond 3600 seconds, or below zero (AWS's words for HTTP APIs, as others report them)",
      'Authorizer name cannot be blank': 'A9.4 A blank name',
      'Invalid identity validation expression specified: {}': 'D88 A validation expression that is none',
      'COGNITO_USER_POOLS authorizers require at least one provider ARN': 'A9.7 An authorizer of no user pool',
      'Invalid Cognito User Pool ARN specified: {}': 'A9.7 An ARN of something else',
      'Invalid authorizer type specified': 'A9.4 A patch to an unknown type',
    },
  },
];
