import type { PolicyVersion } from '../documents/documents.ts';

/** A policy that every account can attach and none can change. */
export interface AwsManagedPolicy {
  readonly name: string;
  readonly path: string;
  readonly id: string;
  readonly arn: string;
  readonly description: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly version: PolicyVersion;
}

interface Row {
  readonly name: string;
  readonly path?: '/service-role/' | '/job-function/';
  readonly id: string;
  readonly description: string;
  readonly created: string;
  readonly statements: readonly object[];
}

const allow = (Action: string | readonly string[], Resource: string | readonly string[] = '*') => ({
  Effect: 'Allow',
  Action,
  Resource,
});

const LOGS = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];

/** Actions and resources as the AWS Managed Policy Reference lists them; ids are fixed so that they outlive a restart. */
const ROWS: readonly Row[] = [
  {
    name: 'AdministratorAccess',
    id: 'ANPAIWMBCKSKIEE64ZLYK',
    description: 'Provides full access to AWS services and resources.',
    created: '2015-02-06T18:39:46Z',
    statements: [allow('*')],
  },
  {
    name: 'ReadOnlyAccess',
    id: 'ANPAILL3HVNFSB6DCOWYQ',
    description: 'Provides read-only access to AWS services and resources.',
    created: '2015-02-06T18:39:48Z',
    statements: [
      allow([
        'acm:Describe*',
        'acm:Get*',
        'acm:List*',
        'apigateway:GET',
        'cloudwatch:Describe*',
        'cloudwatch:Get*',
        'cloudwatch:List*',
        'cognito-idp:AdminGetUser',
        'cognito-idp:AdminListGroupsForUser',
        'cognito-idp:Describe*',
        'cognito-idp:Get*',
        'cognito-idp:List*',
        'iam:Generate*',
        'iam:Get*',
        'iam:List*',
        'iam:Simulate*',
        'lambda:Get*',
        'lambda:List*',
        'logs:Describe*',
        'logs:FilterLogEvents',
        'logs:Get*',
        'logs:ListTags*',
        'logs:StartQuery',
        'logs:StopQuery',
        'logs:TestMetricFilter',
        'sts:GetAccessKeyInfo',
        'sts:GetCallerIdentity',
        'sts:GetSessionToken',
      ]),
    ],
  },
  {
    name: 'PowerUserAccess',
    id: 'ANPAJYRXTHIB4FOVS3ZXS',
    description:
      'Provides full access to AWS services and resources, but does not allow management of Users and groups.',
    created: '2015-02-06T18:39:47Z',
    statements: [
      { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
      allow(['iam:CreateServiceLinkedRole', 'iam:DeleteServiceLinkedRole', 'iam:ListRoles']),
    ],
  },
  {
    name: 'IAMFullAccess',
    id: 'ANPAI7XKCFMBPM3QQRRVQ',
    description: 'Provides full access to IAM via the AWS Management Console.',
    created: '2015-02-06T18:40:38Z',
    statements: [allow(['iam:*'])],
  },
  {
    name: 'IAMReadOnlyAccess',
    id: 'ANPAJKSO7NDY4T57MWDSQ',
    description: 'Provides read only access to IAM via the AWS Management Console.',
    created: '2015-02-06T18:40:39Z',
    statements: [
      allow([
        'iam:GenerateCredentialReport',
        'iam:GenerateServiceLastAccessedDetails',
        'iam:Get*',
        'iam:List*',
        'iam:SimulateCustomPolicy',
        'iam:SimulatePrincipalPolicy',
      ]),
    ],
  },
  {
    name: 'AmazonAPIGatewayAdministrator',
    id: 'ANPAJ4PT6VY5NLKTNUYSI',
    description:
      'Provides full access to create/edit/delete APIs in Amazon API Gateway via the AWS Management Console.',
    created: '2015-07-09T17:34:45Z',
    statements: [allow(['apigateway:*'], 'arn:aws:apigateway:*::/*')],
  },
  {
    name: 'AmazonAPIGatewayInvokeFullAccess',
    id: 'ANPAIIWAX2NOOQJ4AIEQ6',
    description: 'Provides full access to invoke APIs in Amazon API Gateway.',
    created: '2015-07-09T17:36:12Z',
    statements: [allow(['execute-api:Invoke', 'execute-api:ManageConnections'], 'arn:aws:execute-api:*:*:*')],
  },
  {
    name: 'AmazonAPIGatewayPushToCloudWatchLogs',
    path: '/service-role/',
    id: 'ANPAIK4GFO7HLKYN64ASK',
    description: "Allows API Gateway to push logs to user's account.",
    created: '2015-11-11T23:41:46Z',
    statements: [
      allow([
        'logs:CreateLogGroup',
        'logs:CreateLogStream',
        'logs:DescribeLogGroups',
        'logs:DescribeLogStreams',
        'logs:PutLogEvents',
        'logs:GetLogEvents',
        'logs:FilterLogEvents',
      ]),
    ],
  },
  {
    name: 'AWSLambdaBasicExecutionRole',
    path: '/service-role/',
    id: 'ANPAJNCQGXC42545SKXIK',
    description: 'Provides write permissions to CloudWatch Logs.',
    created: '2015-04-09T15:03:43Z',
    statements: [allow(LOGS)],
  },
  {
    name: 'AWSLambdaRole',
    path: '/service-role/',
    id: 'ANPAJX4DPCRGTC4NFDUXI',
    description: 'Default policy for AWS Lambda service role.',
    created: '2015-02-06T18:41:28Z',
    statements: [allow(['lambda:InvokeFunction'])],
  },
  {
    name: 'AWSLambda_FullAccess',
    id: 'ANPAZKAPJZG4ONJCZAWZD',
    description:
      'Grants full access to AWS Lambda service, AWS Lambda console features, and other related AWS services.',
    created: '2020-11-17T21:14:08Z',
    statements: [
      allow([
        'cloudformation:DescribeStacks',
        'cloudformation:ListStackResources',
        'cloudwatch:ListMetrics',
        'cloudwatch:GetMetricData',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcs',
        'kms:ListAliases',
        'iam:GetPolicy',
        'iam:GetPolicyVersion',
        'iam:GetRole',
        'iam:GetRolePolicy',
        'iam:ListAttachedRolePolicies',
        'iam:ListRolePolicies',
        'iam:ListRoles',
        'lambda:*',
        'logs:DescribeLogGroups',
        'states:DescribeStateMachine',
        'states:ListStateMachines',
        'tag:GetResources',
        'xray:GetTraceSummaries',
        'xray:BatchGetTraces',
      ]),
      { ...allow('iam:PassRole'), Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } } },
      allow(
        ['logs:DescribeLogStreams', 'logs:GetLogEvents', 'logs:FilterLogEvents'],
        'arn:aws:logs:*:*:log-group:/aws/lambda/*',
      ),
    ],
  },
  {
    name: 'CloudWatchLogsFullAccess',
    id: 'ANPAJ3ZGNWK2R5HW5BQFO',
    description: 'Provides full access to CloudWatch Logs',
    created: '2015-02-06T18:40:02Z',
    statements: [allow(['logs:*', 'cloudwatch:GenerateQuery'])],
  },
  {
    name: 'CloudWatchReadOnlyAccess',
    id: 'ANPAJN23PDQP7SZQAE3QE',
    description: 'Provides read only access to CloudWatch.',
    created: '2015-02-06T18:40:01Z',
    statements: [
      allow([
        'autoscaling:Describe*',
        'cloudwatch:Describe*',
        'cloudwatch:Get*',
        'cloudwatch:List*',
        'logs:Get*',
        'logs:List*',
        'logs:Describe*',
        'logs:TestMetricFilter',
        'logs:FilterLogEvents',
        'sns:Get*',
        'sns:List*',
      ]),
    ],
  },
  {
    name: 'AmazonCognitoPowerUser',
    id: 'ANPAJKW5H2HNCPGCYGR6Y',
    description: 'Provides administrative access to existing Amazon Cognito resources.',
    created: '2015-03-24T17:14:56Z',
    statements: [
      allow([
        'cognito-identity:*',
        'cognito-idp:*',
        'cognito-sync:*',
        'iam:ListRoles',
        'iam:ListOpenIdConnectProviders',
      ]),
    ],
  },
];

export const AWS_MANAGED_POLICIES: readonly AwsManagedPolicy[] = ROWS.map(
  ({ name, path = '/', id, description, created, statements }) => {
    const createdAtMs = Date.parse(created);
    const document = JSON.stringify({ Version: '2012-10-17', Statement: statements });
    return {
      name,
      path,
      id,
      arn: `arn:aws:iam::aws:policy${path}${name}`,
      description,
      createdAtMs,
      updatedAtMs: createdAtMs,
      version: { versionId: 'v1', document, createdAtMs },
    };
  },
);

const BY_ARN = new Map(AWS_MANAGED_POLICIES.map((policy) => [policy.arn, policy]));

export function findAwsManagedPolicy(arn: string): AwsManagedPolicy | undefined {
  return BY_ARN.get(arn);
}
