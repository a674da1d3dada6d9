"""Follows a log group by the calls that `aws logs tail --follow` of the AWS CLI, version 2, makes.

The command was seen to ask FilterLogEvents, interleaved, for pages until one has no nextToken, and then again from the time of the
newest event on, passing over events whose ids it has shown. Prints a JSON list of the messages in the order in which they were shown.
"""

import json
import os
import time

import boto3

GROUP, STREAM = 'tailed', 'one'
MORE_THAN_A_PAGE = 10_001

logs = boto3.client('logs', endpoint_url=os.environ['SALLYPORT_CONTROL'])
logs.create_log_group(logGroupName=GROUP)
logs.create_log_stream(logGroupName=GROUP, logStreamName=STREAM)


def put(timestamp, *messages):
    for start in range(0, len(messages), 10_000):
        batch = messages[start : start + 10_000]
        events = [{'timestamp': timestamp, 'message': message} for message in batch]
        logs.put_log_events(logGroupName=GROUP, logStreamName=STREAM, logEvents=events)


def follow(until):
    """Gives what is new, and asks again until `until` says that it was shown."""
    shown = {}
    asked = {'logGroupName': GROUP, 'interleaved': True, 'startTime': NOW_MS - 600_000}
    while True:
        page = logs.filter_log_events(**asked)
        for event in page['events']:
            seen = shown.setdefault(event['timestamp'], set())
            if event['eventId'] not in seen:
                seen.add(event['eventId'])
                yield event['message']
                if event['message'] == until:
                    return
        newest = max(shown)
        shown = {newest: shown[newest]}
        if 'nextToken' in page:
            asked['nextToken'] = page['nextToken']
        else:
            asked.pop('nextToken', None)
            asked['startTime'] = newest
            time.sleep(0.05)


NOW_MS = int(time.time() * 1000)
put(NOW_MS, *(str(n) for n in range(MORE_THAN_A_PAGE)))
found = []
for message in follow(until='last'):
    found.append(message)
    if message == str(MORE_THAN_A_PAGE - 1):
        put(NOW_MS, 'of the same time')
    if message == 'of the same time':
        put(NOW_MS + 1, 'last')
print(json.dumps(found))
