"""The walkthrough with boto3: a function, an API, a deployment, a call over HTTP. Prints one JSON line; the test compares."""

import io
import json
import os
import sys
import urllib.error
import urllib.request
import zipfile

import boto3

control, gateway, suffix = sys.argv[1:4]
ACCOUNT = "000000000000"
CODE = """
import json

def handler(event, context):
    if event["httpMethod"] == "POST":
        return {"statusCode": 201, "body": json.dumps({"made": json.loads(event["body"])["name"]})}
    return {"statusCode": 200, "body": json.dumps(["Ada", "Grace"])}
"""


def client(service):
    return boto3.client(service, endpoint_url=control, region_name="us-east-1")


def call(url, body=None):
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data=body)) as response:
            return [response.status, json.loads(response.read())]
    except urllib.error.HTTPError as error:
        return [error.code, json.loads(error.read())]


archive = io.BytesIO()
with zipfile.ZipFile(archive, "w") as file:
    file.writestr("users.py", CODE)

functions, apis = client("lambda"), client("apigateway")
name = f"users-{suffix}"
function = functions.create_function(
    FunctionName=name,
    Runtime=f"python3.{sys.version_info.minor}",
    Handler="users.handler",
    Role=f"arn:aws:iam::{ACCOUNT}:role/users",
    Code={"ZipFile": archive.getvalue()},
)
functions.get_waiter("function_active_v2").wait(FunctionName=name)

api = apis.create_rest_api(name="users", tags={"made-by": "boto3"})
root = apis.get_resources(restApiId=api["id"])["items"][0]["id"]
users = apis.create_resource(restApiId=api["id"], parentId=root, pathPart="users")["id"]
for verb in ("GET", "POST"):
    apis.put_method(restApiId=api["id"], resourceId=users, httpMethod=verb, authorizationType="NONE")
    apis.put_integration(
        restApiId=api["id"],
        resourceId=users,
        httpMethod=verb,
        type="AWS_PROXY",
        integrationHttpMethod="POST",
        uri=f"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{function['FunctionArn']}/invocations",
    )
apis.create_deployment(restApiId=api["id"], stageName="dev")
url = f"{gateway}/_aws/execute-api/{api['id']}/dev/users"
without_permission = call(url)
functions.add_permission(
    FunctionName=name,
    StatementId="api",
    Action="lambda:InvokeFunction",
    Principal="apigateway.amazonaws.com",
    SourceArn=f"arn:aws:execute-api:us-east-1:{ACCOUNT}:{api['id']}/*/*/users",
)
print(
    json.dumps(
        {
            "caller": client("sts").get_caller_identity()["Arn"],
            "withoutPermission": without_permission,
            "get": call(url),
            "post": call(url, b'{"name": "Linus"}'),
            "tags": apis.get_tags(resourceArn=f"arn:aws:apigateway:us-east-1::/restapis/{api['id']}")["tags"],
            "pages": [len(page["items"]) for page in apis.get_paginator("get_resources").paginate(restApiId=api["id"], PaginationConfig={"PageSize": 1})],
        }
    )
)
