"""The root logger as Lambda sets it up: `[LEVEL]<tab>time<tab>request id<tab>message` on stdout."""

import logging
import sys
import time


class RequestIdFilter(logging.Filter):
    aws_request_id = ""

    def filter(self, record):
        record.aws_request_id = self.aws_request_id
        return True


class OneLineFormatter(logging.Formatter):
    converter = time.gmtime

    def format(self, record):
        return super().format(record).replace("\n", "\r")


def set_up_logging():
    """Returns the filter whose aws_request_id every record carries."""
    request_id = RequestIdFilter()
    handler = logging.StreamHandler(sys.stdout)
    line = "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s"
    handler.setFormatter(OneLineFormatter(line, "%Y-%m-%dT%H:%M:%S"))
    handler.addFilter(request_id)
    logging.root.addHandler(handler)
    return request_id
