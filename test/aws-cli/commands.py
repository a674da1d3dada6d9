"""Every command of `aws apigateway` at least once, in the order in which somebody would use them."""
import datetime
import json
import os
import sys
import tempfile
import uuid

sys.path.insert(0, os.path.dirname(__file__))
from aws import COMMANDS, aws, called, has, patch, refused  # noqa: E402

temporary = tempfile.TemporaryDirectory()
folder = temporary.name
tag = uuid.uuid4().hex[:8]


def file(name, text):
    path = os.path.join(folder, name)
    with open(path, 'w') as handle:
        handle.write(text)
    return path


def blob(name, value):
    return 'fileb://' + file(name, value if isinstance(value, str) else json.dumps(value))


def ids(answer):
    return [item['id'] for item in answer['items']]


# APIs, resources, methods, integrations
api = aws('create-rest-api', name=f'cli-{tag}', description='by the CLI', endpoint_configuration={'types': ['REGIONAL']})
rest = {'rest_api_id': api['id']}
assert api['apiKeySource'] == 'HEADER' and api['endpointConfiguration']['types'] == ['REGIONAL']
assert aws('get-rest-api', **rest)['name'] == f'cli-{tag}'
assert api['id'] in ids(aws('get-rest-apis'))
assert aws('update-rest-api', **rest, patch_operations=patch('/description', 'changed'))['description'] == 'changed'
refused('Invalid API identifier specified', 'get-rest-api', rest_api_id='nosuchapi0')
root = ids(aws('get-resources', **rest))[0]
pets = aws('create-resource', **rest, parent_id=root, path_part='pets')
assert pets['path'] == '/pets'
refused('Another resource with the same parent already has this name: pets', 'create-resource', **rest, parent_id=root, path_part='pets')
old = aws('create-resource', **rest, parent_id=root, path_part='old')
assert aws('update-resource', **rest, resource_id=old['id'], patch_operations=patch('/pathPart', 'older'))['path'] == '/older'
aws('delete-resource', **rest, resource_id=old['id'])
assert aws('get-resource', **rest, resource_id=pets['id'])['pathPart'] == 'pets'
method = {**rest, 'resource_id': pets['id'], 'http_method': 'GET'}
aws('put-method', **method, authorization_type='NONE', request_parameters={'method.request.querystring.q': False})
assert aws('update-method', **method, patch_operations=patch('/operationName', 'ListPets'))['operationName'] == 'ListPets'
aws('put-method-response', **method, status_code='200')
aws('update-method-response', **method, status_code='200', patch_operations=patch('/responseParameters/method.response.header.X-Own', 'false', 'add'))
assert aws('get-method-response', **method, status_code='200')['responseParameters'] == {'method.response.header.X-Own': False}
aws('put-integration', **method, type='MOCK', request_templates={'application/json': '{"statusCode": 200}'})
assert aws('update-integration', **method, patch_operations=patch('/timeoutInMillis', '5000'))['timeoutInMillis'] == 5000
assert aws('get-integration', **method)['type'] == 'MOCK'
aws('put-integration-response', **method, status_code='200', response_parameters={'method.response.header.X-Own': "'yes'"})
aws('update-integration-response', **method, status_code='200', patch_operations=patch('/responseTemplates/application~1json', '{"pets": []}', 'add'))
assert aws('get-integration-response', **method, status_code='200')['responseTemplates'] == {'application/json': '{"pets": []}'}
assert aws('get-method', **method)['methodIntegration']['type'] == 'MOCK'
tested = aws('test-invoke-method', **method, path_with_query_string='/pets?q=1')
assert (tested['status'], tested['body'], tested['headers']['X-Own']) == (200, '{"pets": []}', 'yes'), tested
assert 'Successfully completed execution' in tested['log'], tested['log']

# Models, validators, gateway responses
aws('create-model', **rest, name='Pet', content_type='application/json', schema='{"type":"object","properties":{"id":{"type":"integer"}}}')
aws('update-model', **rest, model_name='Pet', patch_operations=patch('/description', 'a pet'))
assert aws('get-model', **rest, model_name='Pet')['description'] == 'a pet'
assert {'Empty', 'Error', 'Pet'} == {item['name'] for item in aws('get-models', **rest)['items']}
assert 'value' in aws('get-model-template', **rest, model_name='Pet')
validator = aws('create-request-validator', **rest, name='all', validate_request_body=True, validate_request_parameters=True)
one = {**rest, 'request_validator_id': validator['id']}
assert aws('update-request-validator', **one, patch_operations=patch('/name', 'everything'))['name'] == 'everything'
assert aws('get-request-validator', **one)['validateRequestBody'] is True
assert validator['id'] in ids(aws('get-request-validators', **rest))
aws('put-gateway-response', **rest, response_type='DEFAULT_4XX', response_parameters={'gatewayresponse.header.X-Own': "'4xx'"})
aws('update-gateway-response', **rest, response_type='DEFAULT_4XX', patch_operations=patch('/statusCode', '418', 'replace'))
assert aws('get-gateway-response', **rest, response_type='DEFAULT_4XX')['statusCode'] == '418'
assert len(aws('get-gateway-responses', **rest)['items']) == 21
aws('delete-gateway-response', **rest, response_type='DEFAULT_4XX')

# Authorizers
function = 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:nobody/invocations'
authorizer = aws('create-authorizer', **rest, name='guard', type='TOKEN', authorizer_uri=function, identity_source='method.request.header.Authorization', identity_validation_expression='allow-.*')
guard = {**rest, 'authorizer_id': authorizer['id']}
assert aws('update-authorizer', **guard, patch_operations=patch('/authorizerResultTtlInSeconds', '60'))['authorizerResultTtlInSeconds'] == 60
assert aws('get-authorizer', **guard)['type'] == 'TOKEN'
assert authorizer['id'] in ids(aws('get-authorizers', **rest))
# A token that the pattern refuses is 401 without a call of the function (facts D.10).
assert aws('test-invoke-authorizer', **guard, headers={'Authorization': 'deny'})['clientStatus'] == 401

# Documentation
part = aws('create-documentation-part', **rest, location={'type': 'API'}, properties='{"description":"all about pets"}')
piece = {**rest, 'documentation_part_id': part['id']}
aws('update-documentation-part', **piece, patch_operations=patch('/properties', '{"description":"more about pets"}'))
assert 'more' in aws('get-documentation-part', **piece)['properties']
assert part['id'] in ids(aws('get-documentation-parts', **rest))
document = {'openapi': '3.0.1', 'info': {'title': 'pets', 'version': '1'}, 'paths': {}, 'x-amazon-apigateway-documentation': {'version': '1', 'documentationParts': [{'location': {'type': 'RESOURCE', 'path': '/pets'}, 'properties': {'description': 'pets'}}]}}
imported = aws('import-documentation-parts', **rest, mode='merge', body=blob('parts.json', document))
assert len(imported['ids']) == 1, imported
aws('create-documentation-version', **rest, documentation_version='1.0', description='first')
aws('update-documentation-version', **rest, documentation_version='1.0', patch_operations=patch('/description', 'the first'))
assert aws('get-documentation-version', **rest, documentation_version='1.0')['description'] == 'the first'
assert [item['version'] for item in aws('get-documentation-versions', **rest)['items']] == ['1.0']

# Deployments and stages
deployment = aws('create-deployment', **rest, stage_name='dev', description='first')
dep = {**rest, 'deployment_id': deployment['id']}
assert aws('update-deployment', **dep, patch_operations=patch('/description', 'the first'))['description'] == 'the first'
assert '/pets' in aws('get-deployment', **dep, embed='apisummary')['apiSummary']
assert deployment['id'] in ids(aws('get-deployments', **rest))
stage = aws('create-stage', **rest, stage_name='prod', deployment_id=deployment['id'], variables={'color': 'blue'})
assert stage['variables'] == {'color': 'blue'}
refused('Stage already exists', 'create-stage', **rest, stage_name='prod', deployment_id=deployment['id'])
prod = {**rest, 'stage_name': 'prod'}
updated = aws('update-stage', **prod, patch_operations=patch('/*/*/throttling/burstLimit', '10'))
assert updated['methodSettings']['*/*']['throttlingBurstLimit'] == 10
assert aws('get-stage', **prod)['deploymentId'] == deployment['id']
assert {item['stageName'] for item in aws('get-stages', **rest)['item']} == {'dev', 'prod'}
aws('flush-stage-cache', **prod)
aws('flush-stage-authorizers-cache', **prod)
refused('Active stages pointing to this deployment must be moved or deleted', 'delete-deployment', **dep)

# OpenAPI, SDKs
target = os.path.join(folder, 'export.json')
aws('get-export', target, **{'rest_api_id': api['id'], 'stage_name': 'dev', 'export_type': 'oas30', 'parameters': {'extensions': 'apigateway'}})
with open(target) as handle:
    exported = json.load(handle)
assert '/pets' in exported['paths']
copy = aws('import-rest-api', body=blob('export-again.json', exported), parameters={'basepath': 'ignore'})
assert copy['name'] == f'cli-{tag}'
put = aws('put-rest-api', rest_api_id=copy['id'], mode='overwrite', body=blob('put.json', {'openapi': '3.0.1', 'info': {'title': 'emptied', 'version': '1'}, 'paths': {}}))
assert put['name'] == 'emptied'
types = ids(aws('get-sdk-types'))
assert 'javascript' in types and aws('get-sdk-type', id='javascript')['friendlyName'] == 'JavaScript'
sdk = os.path.join(folder, 'sdk.zip')
aws('get-sdk', sdk, rest_api_id=api['id'], stage_name='dev', sdk_type='javascript')
with open(sdk, 'rb') as handle:
    assert handle.read(2) == b'PK'

# API keys and usage plans
key = aws('create-api-key', name=f'key-{tag}', enabled=True)
assert aws('get-api-key', api_key=key['id'], include_value=True)['value'] == key['value']
assert aws('update-api-key', api_key=key['id'], patch_operations=patch('/description', 'mine'))['description'] == 'mine'
assert key['id'] in ids(aws('get-api-keys'))
csv = 'name,key,description,enabled,usageplanIds\n' + f'csv-{tag},{uuid.uuid4().hex},imported,true,\n'
keys = aws('import-api-keys', body=blob('keys.csv', csv), format='csv')
assert len(keys['ids']) == 1, keys
plan = aws('create-usage-plan', name=f'plan-{tag}', throttle={'burstLimit': 5, 'rateLimit': 10}, quota={'limit': 100, 'period': 'DAY'}, api_stages=[json.dumps([{'apiId': api['id'], 'stage': 'dev'}])])
usage = {'usage_plan_id': plan['id']}
assert aws('update-usage-plan', **usage, patch_operations=patch('/throttle/burstLimit', '6'))['throttle']['burstLimit'] == 6
assert aws('get-usage-plan', **usage)['quota']['limit'] == 100
assert plan['id'] in ids(aws('get-usage-plans'))
aws('create-usage-plan-key', **usage, key_id=key['id'], key_type='API_KEY')
assert aws('get-usage-plan-key', **usage, key_id=key['id'])['id'] == key['id']
assert ids(aws('get-usage-plan-keys', **usage)) == [key['id']]
today = datetime.datetime.now(datetime.timezone.utc).strftime('%Y-%m-%d')
assert aws('update-usage', **usage, key_id=key['id'], patch_operations=patch('/remaining', '500'))['items'][key['id']] == [[0, 500]]
assert aws('get-usage', **usage, start_date=today, end_date=today)['items'][key['id']] == [[0, 500]]
aws('delete-usage-plan-key', **usage, key_id=key['id'])

# Domain names
domain = f'{tag}.example.com'
certificate = 'arn:aws:acm:us-east-1:000000000000:certificate/12345678-1234-1234-1234-123456789012'
made = aws('create-domain-name', domain_name=domain, regional_certificate_arn=certificate, endpoint_configuration={'types': ['REGIONAL']}, security_policy='TLS_1_2')
assert made['domainNameStatus'] == 'AVAILABLE'
named = {'domain_name': domain}
aws('update-domain-name', **named, patch_operations=patch('/regionalCertificateArn', certificate))
assert aws('get-domain-name', **named)['securityPolicy'] == 'TLS_1_2'
assert domain in [item['domainName'] for item in aws('get-domain-names')['items']]
aws('create-base-path-mapping', **named, rest_api_id=api['id'], stage='dev', base_path='v1')
mapping = {**named, 'base_path': 'v1'}
assert aws('update-base-path-mapping', **mapping, patch_operations=patch('/stage', 'prod'))['stage'] == 'prod'
assert aws('get-base-path-mapping', **mapping)['restApiId'] == api['id']
assert [item['basePath'] for item in aws('get-base-path-mappings', **named)['items']] == ['v1']
aws('delete-base-path-mapping', **mapping)
aws('delete-domain-name', **named)
if has('create-domain-name-access-association'):
    private = aws('create-domain-name', domain_name=f'private.{domain}', certificate_arn=certificate, endpoint_configuration={'types': ['PRIVATE']})
    association = aws('create-domain-name-access-association', domain_name_arn=private['domainNameArn'], access_association_source_type='VPCE', access_association_source='vpce-0123456789abcdef0')
    arn = association['domainNameAccessAssociationArn']
    assert arn in [item['domainNameAccessAssociationArn'] for item in aws('get-domain-name-access-associations')['items']]
    aws('delete-domain-name-access-association', domain_name_access_association_arn=arn)
    again = aws('create-domain-name-access-association', domain_name_arn=private['domainNameArn'], access_association_source_type='VPCE', access_association_source='vpce-0123456789abcdef0')
    aws('reject-domain-name-access-association', domain_name_access_association_arn=again['domainNameAccessAssociationArn'], domain_name_arn=private['domainNameArn'])
    aws('delete-domain-name', domain_name=f'private.{domain}', domain_name_id=private['domainNameId'])

# VPC links, client certificates, tags, the account
link = aws('create-vpc-link', name=f'link-{tag}', target_arns=['arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/net/mine/50dc6c495c0c9188'])
one = {'vpc_link_id': link['id']}
assert aws('update-vpc-link', **one, patch_operations=patch('/description', 'mine'))['description'] == 'mine'
assert aws('get-vpc-link', **one)['name'] == f'link-{tag}'
assert link['id'] in ids(aws('get-vpc-links'))
aws('delete-vpc-link', **one)
certificate = aws('generate-client-certificate', description='mine')
one = {'client_certificate_id': certificate['clientCertificateId']}
assert aws('update-client-certificate', **one, patch_operations=patch('/description', 'ours'))['description'] == 'ours'
assert 'BEGIN CERTIFICATE' in aws('get-client-certificate', **one)['pemEncodedCertificate']
assert certificate['clientCertificateId'] in [item['clientCertificateId'] for item in aws('get-client-certificates')['items']]
aws('delete-client-certificate', **one)
resource = {'resource_arn': f'arn:aws:apigateway:us-east-1::/restapis/{api["id"]}'}
aws('tag-resource', **resource, tags={'team': 'pets', 'stage': 'test'})
aws('untag-resource', **resource, tag_keys=['stage'])
assert aws('get-tags', **resource)['tags'] == {'team': 'pets'}
assert aws('get-account')['throttleSettings']['burstLimit'] == 5000
aws('update-account', patch_operations=patch('/cloudwatchRoleArn', 'arn:aws:iam::000000000000:role/logs'))

# Everything goes again
aws('delete-model', **rest, model_name='Pet')
aws('delete-request-validator', **rest, request_validator_id=validator['id'])
aws('delete-authorizer', **guard)
aws('delete-documentation-part', **piece)
aws('delete-documentation-version', **rest, documentation_version='1.0')
aws('update-usage-plan', **usage, patch_operations=patch('/apiStages', f'{api["id"]}:dev', 'remove'))
aws('delete-usage-plan', **usage)
for each in (key['id'], *keys['ids']):
    aws('delete-api-key', api_key=each)
for name in ('dev', 'prod'):
    aws('delete-stage', **rest, stage_name=name)
aws('delete-deployment', **dep)
aws('delete-integration-response', **method, status_code='200')
aws('delete-integration', **method)
aws('delete-method-response', **method, status_code='200')
aws('delete-method', **method)
for each in (api['id'], copy['id']):
    aws('delete-rest-api', rest_api_id=each)

left = sorted(name for name, operation in COMMANDS.items() if operation not in called)
assert left == [], f'never called: {left}'
print(f'{len(called)} of {len(COMMANDS)} commands')
