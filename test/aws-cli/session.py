"""The real AWS CLI as a process that stays: a line of JSON with a command's arguments in, a line with what came of it out."""
import contextlib
import io
import json
import os
import sys

os.environ['AWS_PAGER'] = ''

from awscli.clidriver import create_clidriver  # noqa: E402

for line in sys.stdin:
    out = io.TextIOWrapper(io.BytesIO(), encoding='utf-8')
    errors = io.TextIOWrapper(io.BytesIO(), encoding='utf-8')
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
        try:
            status = create_clidriver().main(json.loads(line))
        except SystemExit as ended:
            status = ended.code
    out.flush()
    errors.flush()
    result = {'status': status, 'stdout': out.buffer.getvalue().decode(), 'stderr': errors.buffer.getvalue().decode()}
    print(json.dumps(result), flush=True)
