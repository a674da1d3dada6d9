import type { RuleGroup } from './rule-group.ts';

/** What is refused about keys, plans, domain names and what else an account has. */
export const ACCESS_RULES: readonly RuleGroup[] = [
  {
    title: 'API keys',
    room: 'src/services/apigateway/api-keys',
    aws: {
      'API Key already exists': 'D110 A value twice',
      'API Key value should be at least {} characters': 'D110 A value of fewer than 20 characters, 30 in a file',
      "Value '{}' at 'importApiKeysInput.format'": 'A10.1 A file of another format than CSV',
      "Missing required column '{}'": 'A10.1 A file without the column Key or Name',
    },
    ours: {
      'API Key value should be at most {} characters': 'D110 A value of more than 128 characters',
      'API Key value can only have visible ASCII characters': 'D110 A value that no header can carry',
      'API Key name should be at most {} characters': 'A10.1 A name of more than 1024 characters',
      'This API Key value cannot be its id; ask for a distinct id': 'A10.1 A value as id that cannot stand in a path',
      'Unable to import record: {}. {}': 'A10.1 A line that cannot be imported (a warning)',
      'Invalid stage key specified': 'A10.1 A patch to stages that are none',
    },
  },
  {
    title: 'Usage plans and their keys',
    room: 'src/services/apigateway/usage-plans',
    aws: {
      "Value '{}' at 'createUsagePlanInput.quota.period'": 'A10.5 An unknown period',
      'Usage Plan quota offset must be zero in the {} period': 'D116 An offset within a day',
      'Usage Plan quota offset must be between 0 and {} inclusive in the {} period': 'D116 An offset beyond the period',
      'Invalid API Stage {api: %s, stage: %s} specified for usageplan %s': 'A10.4 Half of a stage',
      'Invalid API Stage specified': 'A10.4 A patch to a stage that is none, or not in the plan',
      'Cannot delete Usage Plan {} because there are API Stages associated with it, including {}':
        'A10.4 Deleting a plan with stages',
      'Invalid API Stage {api: {}, stage: {}} specified for usageplan {}': 'A10.4 A stage that is not deployed',
      'Usage Plan {} cannot be added because API Key {} cannot reference multiple Usage Plans with the same API Stage: {}':
        'D111 One key in two plans of one stage',
    },
    ours: {
      'Usage plan name cannot be blank': 'A10.4 A blank name',
      'Invalid key type specified. Must be API_KEY': 'A10.4 Another type of key',
      'API Key {} is in Usage Plan {} already': 'A10.4 A key twice',
      'A usage plan quota needs a limit and a period': 'A10.5 Half of a quota',
      'Usage Plan quota limit and offset must not be negative': 'A10.5 A quota below zero',
      'Usage Plan throttle limits must not be negative': 'A10.4 A throttle below zero',
      'Invalid method throttle settings specified': 'A10.4 A patch to throttles of methods that are none',
      'Invalid burst limit specified': 'A10.4 A patch to a burst that is none',
      'Invalid rate limit specified': 'A10.4 A patch to a rate that is none',
      'Invalid quota limit specified': 'A10.5 A patch to a limit that is none',
      'Invalid quota offset specified': 'A10.5 A patch to an offset that is none',
      'Invalid quota period specified. Must be one of [DAY, WEEK, MONTH]': 'A10.5 A patch to an unknown period',
      'API Stage {} is in usage plan {} twice': 'A10.4 A stage twice',
    },
  },
  {
    title: 'Usage',
    room: 'src/services/apigateway/usage',
    aws: {},
    ours: {
      'Invalid value for remaining specified': 'A10.7 An extension to something that is no number',
      'Usage Plan {} has no quota': 'A10.7 An extension of no quota',
      'Invalid date specified: {}. Dates are written yyyy-MM-dd': 'A10.7 A report from something that is no day',
      'The end date of a usage report cannot come before its start date': 'A10.7 A report backwards',
      'A usage report can have at most {} days': 'A10.7 A report of more than a year',
    },
  },
  {
    title: 'Domain names',
    room: 'src/services/apigateway/domain-names',
    aws: {
      'Invalid certificate ARN: {}': 'A11.8 A certificate by something that is no ARN of one',
      "Invalid certificate ARN: {}. Certificate must be in '{}'.": 'A11.8 A certificate of another region',
      'Invalid certificate ARN: {}. Cross-account certificate references are not allowed.':
        'A11.8 A certificate of another account',
      "Value '{}' at '{}.endpointConfiguration.types'": 'A11.1 An unknown type of endpoint',
      "Value '{}' at '{}.endpointConfiguration.ipAddressType'": 'A11.1 An unknown type of addresses',
      "Value '{}' at '{}.securityPolicy'": 'A11.4 An unknown security policy',
      "Value '{}' at '{}.endpointAccessMode'": 'A11.4 An unknown access mode',
      "Value '{}' at '{}.routingMode'": 'A11.3 An unknown routing mode',
      "Value '{}' at 'getDomainNamesInput.resourceOwner'": 'A11.6 A list of an unknown owner',
      'Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE':
        'A11.1 A patch to an unknown type of endpoint',
      'No Domain Name specified': 'A11.1 A blank name',
      'ipAddressType must be either ipv4 or dualstack.': 'A11.1 A patch to an unknown type of addresses',
      'The domain name you provided already exists.': 'A11.1 A name twice',
    },
    ours: {
      'An ownership verification certificate is only supported with mutual TLS authentication.':
        'A11.5 A proof of ownership without mutual TLS',
      'Mutual TLS authentication is only supported for Regional custom domain names.': 'A11.5 Mutual TLS on an edge',
      'Mutual TLS authentication requires a minimum TLS version of 1.2.': 'A11.5 Mutual TLS with TLS 1.0',
      'Policies are only supported for private custom domain names.': 'D158 A policy of a public name',
      'At least one endpoint type must be specified.': 'A11.1 No type of endpoint',
      'Cannot migrate between public and private custom domain names.': 'D158 A name that becomes private, or public',
      'Only dualstack ipAddressType is supported for private custom domain names.': 'D158 A private name with ipv4',
      'Invalid domain name specified': 'A11.1 What is no host name',
      'Wildcard custom domain names are not supported for private APIs.': 'D158 A private wildcard',
      'A domain name cannot have execute-api as its second label.': 'A11.1 A name that an API has',
      'Invalid security policy specified. Valid options are {}': 'A11.4 A patch to an unknown security policy',
      'Invalid endpoint access mode specified. Valid options are BASIC,STRICT':
        'A11.4 A patch to an unknown access mode',
      'Invalid routing mode specified. Valid options are {}': 'A11.3 A patch to an unknown routing mode',
      'Only the security policy TLS_1_2 is supported for private custom domain names.':
        'D158 A private name with another policy',
      'Endpoint access mode is only supported with security policies that start with SecurityPolicy_.':
        'D155 An access mode without an enhanced policy',
      'Endpoint access mode is required for security policies that start with SecurityPolicy_.':
        'D155 An enhanced policy without an access mode',
      'Mutual TLS is not supported with security policies that start with SecurityPolicy_.':
        'D155 Mutual TLS with an enhanced policy',
      'Security policy {} is not supported for the endpoint type {}.': 'D155 A policy for another type of endpoint',
      'Invalid truststore URI. It must be an S3 URI.': 'A11.5 A truststore elsewhere than in S3',
      'The truststore can have at most {} bytes.': 'A11.5 A truststore of more than 1 MB',
      'The truststore contains no certificates.': 'A11.5 A truststore of something else',
      'The truststore can have at most {} certificates.': 'A11.5 A truststore of more than 1000 certificates',
      'The truststore contains no certificate that can be used.': 'D156 A truststore of nothing that can be used',
      'A certificate could not be parsed.': 'D156 A certificate that is none (a warning)',
      'The certificate with the subject "{}" has a key of less than 2048 bits.': 'D156 A weak certificate (a warning)',
      'The certificate with the subject "{}" has expired.': 'D156 An expired certificate (a warning)',
      'The certificate with the subject "{}" is not yet valid.': 'D156 A certificate from the future (a warning)',
      'Certificate body and certificate private key must be specified together.':
        'A11.8 Half of an uploaded certificate',
      'Certificate private key does not match the certificate body.': 'A11.8 A key of another certificate',
      'The certificate does not cover the domain name.': 'A11.8 A certificate for another name',
      '{} is invalid.': 'A11.8 An upload that is none',
    },
  },
  {
    title: 'Base path mappings',
    room: 'src/services/apigateway/base-path-mappings',
    aws: {
      "API Gateway V1 doesn't support the slash character (/) in base path mappings. To create a multi-level base path mapping, use API Gateway V2.":
        'A11.1 A base path of several segments',
      'Only one base path mapping is allowed if the base path is empty.': 'A11.1 A second mapping without a base path',
      'Base path already exists for this domain name': 'A11.1 A base path twice',
      'Invalid REST API identifier specified': 'A11.1 A mapping to an unknown API',
      'Invalid stage identifier specified': 'A11.2 A mapping to an unknown stage',
    },
    ours: {
      'Invalid base path specified': 'A11.1 A base path of other letters, or of more than 300',
      'Private APIs can only be mapped to private custom domain names.': 'D158 A private API at a public name',
      'Only private APIs can be mapped to private custom domain names.': 'D158 A public API at a private name',
    },
  },
  {
    title: 'Access associations',
    room: 'src/services/apigateway/access-associations',
    aws: {
      "Value '{}' at 'createDomainNameAccessAssociationInput.accessAssociationSourceType'":
        'A11.6 An unknown kind of source',
      "Value '{}' at 'getDomainNameAccessAssociationsInput.resourceOwner'": 'A11.6 A list of an unknown owner',
      'Invalid ARN specified in the request': 'A11.6 What is no private domain name of the account',
    },
    ours: {
      'Invalid access association source specified. It must be a VPC endpoint ID.':
        'A11.6 A source that is no VPC endpoint',
      'Access association already exists for this domain name': 'A11.6 An association twice',
    },
  },
  {
    title: 'VPC links',
    room: 'src/services/apigateway/vpc-links',
    aws: {
      'Your vpc link is ready for use': 'D165 What a link says when it is there (no refusal)',
      'NLB ARN is malformed.': 'A5.6 What a link to something else says',
      "Cannot delete vpc link. Vpc link '{}', is referenced in [{}] in format of [Method:Resource:Stage].":
        'A5.6 Deleting a link that a deployed stage calls',
    },
    ours: {
      'VPC link name cannot be blank': 'A5.6 A blank name',
      'A VPC link must have exactly one target ARN': 'A5.6 No target, or two',
    },
  },
  {
    title: 'Client certificates',
    room: 'src/services/apigateway/client-certificates',
    aws: {},
    ours: {
      'Client Certificate {} cannot be deleted while stages use it: {}':
        'A5.8 Deleting a certificate that a stage shows',
    },
  },
  {
    title: 'The account',
    room: 'src/services/apigateway/account',
    aws: {
      'Invalid ARN specified in the request': 'A1.14 A role that is none',
      'Cross-account pass role is not allowed.': 'A1.14 A role of another account',
    },
    ours: { 'Invalid feature specified. Must be UsagePlans': 'A1.14 An unknown feature' },
  },
  {
    title: 'Tags',
    room: 'src/services/apigateway/tags',
    aws: {
      'Invalid ARN specified in the request': 'A1.11 Tags on what has none',
      'aws: prefixed tag key names are not allowed for external use.': 'A1.11 A key that begins with `aws:`',
    },
    ours: {
      'A resource can have at most {} tags.': 'A1.11 The 51st tag',
      "A tag's key must have 1 to {} characters.": 'A1.11 A key of none or more than 128 characters',
      "A tag's value can have at most {} characters.": 'A1.11 A value of more than 256 characters',
    },
  },
];
