"""Where results of asynchronous invocations arrive: boto3 sets up moto's queues and Sallyport's functions, and reads them."""

import io
import json
import sys
import time
import zipfile

import boto3

sallyport, moto = sys.argv[1], sys.argv[2]
functions = boto3.client("lambda", endpoint_url=sallyport)
substitute = {"endpoint_url": moto, "region_name": "us-east-1", "aws_access_key_id": "test", "aws_secret_access_key": "test"}
sqs, sns, events = (boto3.client(name, **substitute) for name in ("sqs", "sns", "events"))


def queue(name):
    url = sqs.create_queue(QueueName=name)["QueueUrl"]
    return url, sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]


def receive(url):
    for _ in range(200):
        messages = sqs.receive_message(QueueUrl=url, MessageAttributeNames=["All"], WaitTimeSeconds=0).get("Messages", [])
        if messages:
            sqs.delete_message(QueueUrl=url, ReceiptHandle=messages[0]["ReceiptHandle"])
            return messages[0]
        time.sleep(0.1)
    raise SystemExit("nothing came to " + url)


def create(name, source, **more):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("index.js", source)
    functions.create_function(
        FunctionName=name, Runtime="nodejs20.x", Handler="index.handler",
        Role="arn:aws:iam::000000000000:role/events", Code={"ZipFile": data.getvalue()}, **more)


def invoke(payload):
    functions.invoke(FunctionName="work", InvocationType="Event", Payload=json.dumps(payload))


def succeed_to(arn):
    functions.put_function_event_invoke_config(
        FunctionName="work", MaximumRetryAttempts=0, DestinationConfig={"OnSuccess": {"Destination": arn}})
    invoke({"n": 1})


results_url, results_arn = queue("results")
letters_url, letters_arn = queue("letters")
relay_url, relay_arn = queue("relay")
create("work", """
exports.handler = async (event) => {
  if (event.fail) throw new Error('no');
  return { twice: 2 * event.n };
};""", DeadLetterConfig={"TargetArn": letters_arn})

seen = {}
succeed_to(results_arn)
seen["queue"] = json.loads(receive(results_url)["Body"])

topic_arn = sns.create_topic(Name="results")["TopicArn"]
sns.subscribe(TopicArn=topic_arn, Protocol="sqs", Endpoint=results_arn)
succeed_to(topic_arn)
seen["topic"] = json.loads(json.loads(receive(results_url)["Body"])["Message"])

bus_arn = events.create_event_bus(Name="results")["EventBusArn"]
events.put_rule(Name="all", EventBusName="results", EventPattern=json.dumps({"source": ["lambda"]}))
events.put_targets(Rule="all", EventBusName="results", Targets=[{"Id": "queue", "Arn": results_arn}])
succeed_to(bus_arn)
event = json.loads(receive(results_url)["Body"])
seen["bus"] = {key: event[key] for key in ("source", "detail-type", "detail")}

# A function as a destination: what it is given it passes on, by a destination of its own.
create("relay", "exports.handler = async (record) => record;")
functions.put_function_event_invoke_config(
    FunctionName="relay", DestinationConfig={"OnSuccess": {"Destination": relay_arn}})
succeed_to("arn:aws:lambda:us-east-1:000000000000:function:relay")
seen["function"] = json.loads(receive(relay_url)["Body"])["responsePayload"]

functions.put_function_event_invoke_config(
    FunctionName="work", MaximumRetryAttempts=0, DestinationConfig={"OnFailure": {"Destination": results_arn}})
invoke({"fail": True})
seen["failure"] = json.loads(receive(results_url)["Body"])
letter = receive(letters_url)
seen["letter"] = {"body": json.loads(letter["Body"])}
seen["letter"].update({name: value["StringValue"] for name, value in letter["MessageAttributes"].items()})
print(json.dumps(seen))
