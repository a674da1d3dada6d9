"""The guide's AWS service proxies with boto3, in front of a moto server. Prints one JSON line; the test compares."""

import base64
import json
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

import boto3

control, gateway, moto = sys.argv[1:4]
ROLE = "arn:aws:iam::123456789012:role/apigAwsProxyRole"
PNG = b"\x89PNG\r\n\x1a\n\xff\x00\xfe"


def client(service, endpoint=moto, **keys):
    return boto3.client(service, endpoint_url=endpoint, region_name="us-east-1", **keys)


def at_moto(service):
    return client(service, aws_access_key_id="test", aws_secret_access_key="test")


apis = client("apigateway", control)
api = apis.create_rest_api(name="proxies", binaryMediaTypes=["image/png"])["id"]
resources = {"/": apis.get_resources(restApiId=api)["items"][0]["id"]}


def resource(path):
    if path not in resources:
        parent, _, part = path.rpartition("/")
        made = apis.create_resource(restApiId=api, parentId=resource(parent or "/"), pathPart=part)
        resources[path] = made["id"]
    return resources[path]


def method(path, verb, uri, integration_verb="POST", parameters=None, template=None, responses=None, declared=None):
    """A method whose integration answers 200, 400 and 500 as in the guide."""
    place = {"restApiId": api, "resourceId": resource(path), "httpMethod": verb}
    names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    apis.put_method(
        **place,
        authorizationType="NONE",
        requestParameters={
            **{f"method.request.path.{name}": True for name in names},
            **{f"method.request.{name}": False for name in declared or []},
        },
    )
    apis.put_integration(
        **place,
        type="AWS",
        integrationHttpMethod=integration_verb,
        uri=f"arn:aws:apigateway:us-east-1:{uri}",
        credentials=ROLE,
        requestParameters={f"integration.request.{name}": source for name, source in (parameters or {}).items()},
        **({"requestTemplates": {"application/json": template}} if template else {}),
    )
    for status, pattern in (("200", None), ("400", "4\\d{2}"), ("500", "5\\d{2}")):
        headers = responses or {} if status == "200" else {}
        apis.put_method_response(
            **place,
            statusCode=status,
            responseParameters={f"method.response.header.{name}": False for name in headers},
        )
        apis.put_integration_response(
            **place,
            statusCode=status,
            **({"selectionPattern": pattern} if pattern else {}),
            responseParameters={f"method.response.header.{name}": source for name, source in headers.items()},
        )


def call(verb, path, body=None, headers=None):
    url = f"{gateway}/_aws/execute-api/{api}/dev{path}"
    if isinstance(body, dict):
        body, headers = json.dumps(body).encode(), {"Content-Type": "application/json"}
    request = urllib.request.Request(url, data=body, method=verb, headers=headers or {})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read()


JSON_1_1 = {"header.Content-Type": "'application/x-amz-json-1.1'"}
BUCKET = {"path.bucket": "method.request.path.folder"}
OBJECT = {**BUCKET, "path.object": "method.request.path.item"}
TYPED = {"header.Content-Type": "method.request.header.Content-Type"}
# Fact D11: mappings tell upper and lower case apart, and moto sends this one so.
TYPE_BACK = {"Content-Type": "integration.response.header.content-type"}
CONTENT_TYPE = ["header.Content-Type"]

# Guide, "Create a REST API as an Amazon S3 proxy".
method("/s3", "GET", "s3:path//", "GET", responses=TYPE_BACK)
method("/s3/{folder}", "GET", "s3:path/{bucket}", "GET", BUCKET, responses=TYPE_BACK)
method("/s3/{folder}", "PUT", "s3:path/{bucket}", "PUT", BUCKET)
method("/s3/{folder}", "DELETE", "s3:path/{bucket}", "DELETE", BUCKET)
for verb in ("GET", "HEAD", "DELETE"):
    method("/s3/{folder}/{item}", verb, "s3:path/{bucket}/{object}", verb, OBJECT, responses=TYPE_BACK)
method("/s3/{folder}/{item}", "PUT", "s3:path/{bucket}/{object}", "PUT", {**OBJECT, **TYPED}, declared=CONTENT_TYPE)

# Guide, "Create a REST API as an Amazon Kinesis proxy".
method("/streams", "GET", "kinesis:action/ListStreams", parameters=JSON_1_1, template="{}")
method(
    "/streams/{stream-name}/records",
    "PUT",
    "kinesis:action/PutRecords",
    parameters=JSON_1_1,
    template="""{
    "StreamName": "$input.params('stream-name')",
    "Records": [
       #foreach($elem in $input.path('$.records'))
          {
            "Data": "$util.base64Encode($elem.data)",
            "PartitionKey": "$elem.partition-key"
          }#if($foreach.hasNext),#end
        #end
    ]
}""",
)

method(
    "/pets",
    "POST",
    "dynamodb:action/PutItem",
    template="""{"TableName": "pets", "Item": {
  "id": {"S": "$input.path('$.id')"}, "name": {"S": "$util.escapeJavaScript($input.path('$.name'))"}}}""",
)
method(
    "/pets/{id}",
    "GET",
    "dynamodb:action/Query",
    template="""{"TableName": "pets", "KeyConditionExpression": "id = :v1",
  "ExpressionAttributeValues": {":v1": {"S": "$input.params('id')"}}}""",
)
method(
    "/queue",
    "POST",
    "sqs:path/123456789012/orders",
    parameters={"header.Content-Type": "'application/x-www-form-urlencoded'"},
    template="Action=SendMessage&MessageBody=$util.urlEncode($input.body)",
)
method(
    "/topic",
    "POST",
    "sns:action/Publish",
    parameters={
        "querystring.TopicArn": "'arn:aws:sns:us-east-1:123456789012:news'",
        "querystring.Message": "method.request.querystring.text",
    },
    declared=["querystring.text"],
)
method("/executions", "POST", "states:action/StartExecution")
method("/executions", "GET", "states:action/DescribeExecution", template="""{"executionArn": "$input.params('arn')"}""")
method(
    "/events",
    "POST",
    "events:action/PutEvents",
    parameters={"header.X-Amz-Target": "'AWSEvents.PutEvents'", **JSON_1_1},
    template=r"""{"Entries": [{"Source": "pets", "DetailType": "made", "EventBusName": "default",
  "Detail": "$util.escapeJavaScript($input.json('$')).replaceAll("\\'","'")"}]}""",
)
method(
    "/deliveries",
    "POST",
    "firehose:action/PutRecord",
    template="""{"DeliveryStreamName": "lake", "Record": {"Data": "$util.base64Encode($input.body)"}}""",
)
apis.create_deployment(restApiId=api, stageName="dev")

# What the services have already.
iam = at_moto("iam")
iam.create_role(RoleName="apigAwsProxyRole", AssumeRolePolicyDocument="{}")
s3, sqs, sns = at_moto("s3"), at_moto("sqs"), at_moto("sns")
queue = sqs.create_queue(QueueName="orders")["QueueUrl"]
inbox = sqs.create_queue(QueueName="inbox")["QueueUrl"]
topic = sns.create_topic(Name="news")["TopicArn"]
sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint="arn:aws:sqs:us-east-1:123456789012:inbox")
kinesis = at_moto("kinesis")
kinesis.create_stream(StreamName="clicks", ShardCount=1)
at_moto("dynamodb").create_table(
    TableName="pets",
    KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
    AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
    BillingMode="PAY_PER_REQUEST",
)
machine = at_moto("stepfunctions").create_state_machine(
    name="m",
    definition=json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": True}}}),
    roleArn=ROLE,
)["stateMachineArn"]
s3.create_bucket(Bucket="lake")
at_moto("firehose").create_delivery_stream(
    DeliveryStreamName="lake",
    S3DestinationConfiguration={"RoleARN": ROLE, "BucketARN": "arn:aws:s3:::lake"},
)
events = at_moto("events")
events.create_archive(ArchiveName="all", EventSourceArn="arn:aws:events:us-east-1:123456789012:event-bus/default")

found = {}
found["makeBucket"] = call("PUT", "/s3/photos")[0]
found["putObject"] = call("PUT", "/s3/photos/a%20cat.png", PNG, {"Content-Type": "image/png"})[0]
found["stored"] = s3.get_object(Bucket="photos", Key="a cat.png")["Body"].read() == PNG
status, headers, body = call("GET", "/s3/photos/a%20cat.png", headers={"Accept": "image/png"})
found["getObject"] = [status, headers["Content-Type"], body == PNG]
found["getAsText"] = base64.b64decode(call("GET", "/s3/photos/a%20cat.png")[2]) == PNG
found["listBucket"] = b"<Key>a cat.png</Key>" in call("GET", "/s3/photos")[2]
found["listBuckets"] = b"<Name>photos</Name>" in call("GET", "/s3")[2]
status, headers, body = call("HEAD", "/s3/photos/a%20cat.png")
found["headObject"] = [status, headers["Content-Type"]]
found["missingObject"] = call("GET", "/s3/photos/none")[0]
found["deleteObject"] = call("DELETE", "/s3/photos/a%20cat.png")[0]
found["gone"] = "Contents" not in s3.list_objects_v2(Bucket="photos")
found["deleteBucket"] = call("DELETE", "/s3/photos")[0]

found["putItem"] = call("POST", "/pets", {"id": "7", "name": 'Bill "the cat"'})[0]
found["query"] = json.loads(call("GET", "/pets/7")[2])["Items"]
found["sendMessage"] = call("POST", "/queue", {"order": "1 & 2"})[0]
found["received"] = json.loads(sqs.receive_message(QueueUrl=queue)["Messages"][0]["Body"])
found["publish"] = call("POST", "/topic?text=hello+%26+goodbye")[0]
found["published"] = json.loads(sqs.receive_message(QueueUrl=inbox)["Messages"][0]["Body"])["Message"]
started = json.loads(call("POST", "/executions", {"stateMachineArn": machine, "input": "{}"})[2])
arn = urllib.parse.quote(started["executionArn"])
found["execution"] = json.loads(call("GET", f"/executions?arn={arn}")[2])["stateMachineArn"] == machine
found["streams"] = json.loads(call("GET", "/streams")[2])["StreamNames"]
records = {"records": [{"data": "some data", "partition-key": "a"}, {"data": "more", "partition-key": "b"}]}
found["putRecords"] = json.loads(call("PUT", "/streams/clicks/records", records)[2])["FailedRecordCount"]
shard = kinesis.describe_stream(StreamName="clicks")["StreamDescription"]["Shards"][0]["ShardId"]
iterator = kinesis.get_shard_iterator(StreamName="clicks", ShardId=shard, ShardIteratorType="TRIM_HORIZON")
read = kinesis.get_records(ShardIterator=iterator["ShardIterator"])["Records"]
found["records"] = sorted(record["Data"].decode() for record in read)
found["putEvents"] = json.loads(call("POST", "/events", {"id": "it's 7"})[2])["FailedEntryCount"]
found["archived"] = events.describe_archive(ArchiveName="all")["EventCount"]
found["deliver"] = call("POST", "/deliveries", {"id": 7})[0]
for _ in range(20):
    delivered = s3.list_objects_v2(Bucket="lake").get("Contents", [])
    if delivered:
        break
    time.sleep(0.1)
found["delivered"] = json.loads(s3.get_object(Bucket="lake", Key=delivered[0]["Key"])["Body"].read())
print(json.dumps(found))
