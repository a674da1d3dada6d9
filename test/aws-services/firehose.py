"""What stands in the bucket of a Firehose stream of moto. `firehose.py MOTO create` makes the stream; `firehose.py MOTO read` prints its lines."""

import json
import sys

import boto3

moto, action = sys.argv[1:]
keys = {"aws_access_key_id": "test", "aws_secret_access_key": "test", "region_name": "us-east-1"}
s3 = boto3.client("s3", endpoint_url=moto, **keys)

if action == "create":
    s3.create_bucket(Bucket="access")
    boto3.client("firehose", endpoint_url=moto, **keys).create_delivery_stream(
        DeliveryStreamName="amazon-apigateway-pets",
        S3DestinationConfiguration={
            "RoleARN": "arn:aws:iam::123456789012:role/firehose",
            "BucketARN": "arn:aws:s3:::access",
        },
    )
else:
    objects = s3.list_objects_v2(Bucket="access").get("Contents", [])
    texts = [s3.get_object(Bucket="access", Key=each["Key"])["Body"].read().decode() for each in objects]
    print(json.dumps("".join(texts)))
