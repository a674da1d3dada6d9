"""What `sam build` and `sam deploy` hand over: zip files in S3 with their dependencies beside the handler, made into functions."""

import io
import json
import sys
import zipfile

import boto3

sallyport, moto = sys.argv[1], sys.argv[2]
functions = boto3.client("lambda", endpoint_url=sallyport)
s3 = boto3.client("s3", endpoint_url=moto, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test")
s3.create_bucket(Bucket="sam-artifacts")


def upload(key, files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    s3.put_object(Bucket="sam-artifacts", Key=key, Body=data.getvalue())
    return {"S3Bucket": "sam-artifacts", "S3Key": key}


def create(name, runtime, handler, code):
    functions.create_function(
        FunctionName=name, Runtime=runtime, Handler=handler, Code=code, Role="arn:aws:iam::000000000000:role/sam",
        Tags={"lambda:createdBy": "SAM"})
    functions.get_waiter("function_exists").wait(FunctionName=name)
    functions.get_waiter("function_active_v2").wait(FunctionName=name)


def invoke(name):
    return json.load(functions.invoke(FunctionName=name, Payload="{}")["Payload"])


# `sam build` names its objects by their MD5, without an ending.
create("sam-node", "nodejs20.x", "src/app.lambdaHandler", upload("app/0123456789abcdef0123456789abcdef", {
    "package.json": '{"name": "app", "dependencies": {"answer": "1.0.0"}}',
    "src/app.js": "exports.lambdaHandler = async () => ({ answer: require('answer').text });",
    "node_modules/answer/package.json": '{"name": "answer", "version": "1.0.0", "main": "lib/index.js"}',
    "node_modules/answer/lib/index.js": "exports.text = 'from node_modules';",
}))
create("sam-python", "python3.12", "app.main.handler", upload("app/python", {
    "app/__init__.py": "",
    "app/main.py": "from answer import text\nfrom . import own\n\ndef handler(event, context):\n    return own.wrap(text)\n",
    "app/own.py": "def wrap(text):\n    return {'answer': text}\n",
    "answer/__init__.py": "text = 'from a package'\n",
    "answer-1.0.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: answer\nVersion: 1.0.0\n",
    "requirements.txt": "answer==1.0.0\n",
}))
seen = {"node": invoke("sam-node"), "python": invoke("sam-python")}

other = upload("app/other", {"src/app.js": "exports.lambdaHandler = async () => ({ answer: 'from another object' });"})
functions.update_function_code(FunctionName="sam-node", **other)
functions.get_waiter("function_updated_v2").wait(FunctionName="sam-node")
seen["updated"] = invoke("sam-node")
version = functions.publish_version(FunctionName="sam-node")["Version"]
functions.get_waiter("published_version_active").wait(FunctionName="sam-node", Qualifier=version)
found = functions.get_function_configuration(FunctionName="sam-node", Qualifier=version)
print(json.dumps({**seen, "states": [found["State"], found["LastUpdateStatus"]], "version": version}))
