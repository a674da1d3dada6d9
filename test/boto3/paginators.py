"""Every paginator that boto3 has for API Gateway: asked for pages of one, each gives all there is, each thing once."""
import datetime
import os
import uuid

import boto3

client = boto3.client('apigateway', endpoint_url=os.environ['SALLYPORT_CONTROL'], region_name='us-east-1')
tag = uuid.uuid4().hex[:8]
names = [f'{tag}-{n}' for n in range(3)]

api = client.create_rest_api(name=names[0])
rest = {'restApiId': api['id']}
resources = [client.create_resource(**rest, parentId=api['rootResourceId'], pathPart=name) for name in names]
method = {**rest, 'resourceId': resources[0]['id'], 'httpMethod': 'GET'}
client.put_method(**method, authorizationType='NONE')
client.put_integration(**method, type='MOCK')
apis = [api, *(client.create_rest_api(name=name) for name in names[1:])]
function = 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:f/invocations'
source = 'method.request.header.Authorization'
authorizers = [client.create_authorizer(**rest, name=name, type='TOKEN', authorizerUri=function, identitySource=source) for name in names]
models = [client.create_model(**rest, name=f'Model{n}', contentType='application/json', schema='{}') for n in range(3)]
validators = [client.create_request_validator(**rest, name=name) for name in names]
parts = [client.create_documentation_part(**rest, location={'type': 'RESOURCE', 'path': f'/{name}'}, properties='{"description":"x"}') for name in names]
versions = [client.create_documentation_version(**rest, documentationVersion=name) for name in names]
deployments = [client.create_deployment(**rest, stageName='dev') for _ in names]
keys = [client.create_api_key(name=name) for name in names]
stages = [{'apiId': api['id'], 'stage': 'dev'}]
quota = {'limit': 10, 'period': 'DAY'}
plans = [client.create_usage_plan(name=name, apiStages=stages, quota=quota) for name in names]
for key in keys:
    client.create_usage_plan_key(usagePlanId=plans[0]['id'], keyId=key['id'], keyType='API_KEY')
domains = [client.create_domain_name(domainName=f'{name}.example.com', endpointConfiguration={'types': ['REGIONAL']}) for name in names]
for name in names:
    client.create_base_path_mapping(domainName=f'{names[0]}.example.com', basePath=name, restApiId=api['id'], stage='dev')
target = 'arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/net/mine/50dc6c495c0c9188'
links = [client.create_vpc_link(name=name, targetArns=[target]) for name in names]
certificates = [client.generate_client_certificate(description=name) for name in names]


def ids(made, member='id'):
    return {each[member] for each in made}


# What each must give at least; other tests use the same server, so that lists of an account may hold more.
expected = {
    'get_api_keys': ({}, 'id', ids(keys)),
    'get_authorizers': (rest, 'id', ids(authorizers)),
    'get_base_path_mappings': ({'domainName': f'{names[0]}.example.com'}, 'basePath', set(names)),
    'get_client_certificates': ({}, 'clientCertificateId', ids(certificates, 'clientCertificateId')),
    'get_deployments': (rest, 'id', ids(deployments)),
    'get_documentation_parts': (rest, 'id', ids(parts)),
    'get_documentation_versions': (rest, 'version', set(names)),
    'get_domain_names': ({}, 'domainName', ids(domains, 'domainName')),
    'get_gateway_responses': (rest, 'responseType', {'DEFAULT_4XX', 'WAF_FILTERED', 'THROTTLED'}),
    'get_models': (rest, 'name', {'Empty', 'Error', *ids(models, 'name')}),
    'get_request_validators': (rest, 'id', ids(validators)),
    'get_resources': (rest, 'id', {api['rootResourceId'], *ids(resources)}),
    'get_rest_apis': ({}, 'id', ids(apis)),
    'get_sdk_types': ({}, 'id', {'javascript', 'java'}),
    'get_usage_plan_keys': ({'usagePlanId': plans[0]['id']}, 'id', ids(keys)),
    'get_usage_plans': ({}, 'id', ids(plans)),
    'get_vpc_links': ({}, 'id', ids(links)),
}
paginators = {name for name in client.meta.method_to_api_mapping if client.can_paginate(name)}
left = paginators - set(expected) - {'get_usage'}
assert not left, f'paginators without a check: {left}'
for name in sorted(paginators & set(expected)):
    arguments, member, wanted = expected[name]
    size = 1 if arguments else 50
    pages = client.get_paginator(name).paginate(**arguments, PaginationConfig={'PageSize': size})
    found = [item[member] for page in pages for item in page.get('items', [])]
    assert len(found) == len(set(found)), f'{name} gives something twice: {found}'
    assert wanted <= set(found), f'{name} misses {wanted - set(found)}'
# A key that was never used is in no report; extending its quota puts it there.
for key in keys:
    extended = [{'op': 'replace', 'path': '/remaining', 'value': '20'}]
    client.update_usage(usagePlanId=plans[0]['id'], keyId=key['id'], patchOperations=extended)
today = datetime.datetime.now(datetime.timezone.utc).strftime('%Y-%m-%d')
pages = client.get_paginator('get_usage').paginate(usagePlanId=plans[0]['id'], startDate=today, endDate=today, PaginationConfig={'PageSize': 1})
used = [key for page in pages for key in page.get('items', {})]
assert sorted(used) == sorted(ids(keys)), used

for plan in plans:
    for stage in stages:
        client.update_usage_plan(usagePlanId=plan['id'], patchOperations=[{'op': 'remove', 'path': '/apiStages', 'value': f'{stage["apiId"]}:{stage["stage"]}'}])
    client.delete_usage_plan(usagePlanId=plan['id'])
for key in keys:
    client.delete_api_key(apiKey=key['id'])
for domain in domains:
    client.delete_domain_name(domainName=domain['domainName'])
for link in links:
    client.delete_vpc_link(vpcLinkId=link['id'])
for certificate in certificates:
    client.delete_client_certificate(clientCertificateId=certificate['clientCertificateId'])
for each in apis:
    client.delete_rest_api(restApiId=each['id'])
print(f'{len(paginators)} paginators')
