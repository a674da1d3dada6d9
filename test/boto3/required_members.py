"""Every operation of API Gateway without each of its required members in turn: the answer names the member, and nothing else happens."""
import os

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

client = boto3.client(
    'apigateway',
    endpoint_url=os.environ['SALLYPORT_CONTROL'],
    region_name='us-east-1',
    config=Config(parameter_validation=False, retries={'max_attempts': 0}),
)
DUMMIES = {'string': 'x', 'boolean': True, 'integer': 1, 'blob': b'{}', 'list': ['x'], 'map': {'x': 'x'}}


def dummy(shape):
    """A value of a shape's type, whatever it means."""
    if shape.type_name == 'structure':
        return {name: dummy(shape.members[name]) for name in shape.required_members}
    return DUMMIES[shape.type_name]


tried = 0
model = client.meta.service_model
methods = {name: method for method, name in client.meta.method_to_api_mapping.items()}
for name in model.operation_names:
    shape = model.operation_model(name).input_shape
    if shape is None:
        continue
    full = {member: dummy(shape.members[member]) for member in shape.required_members}
    for member in shape.required_members:
        # Without its place in the path a request is one to something else.
        if shape.members[member].serialization.get('location') == 'uri':
            continue
        given = {other: value for other, value in full.items() if other != member}
        wanted = f"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null"
        try:
            getattr(client, methods[name])(**given)
            raise SystemExit(f'{name} took a request without {member}')
        except ClientError as error:
            found = (error.response['Error']['Code'], error.response['Error']['Message'])
            assert found == ('BadRequestException', wanted), (name, member, found)
        tried += 1

print(f'{tried} required members')
