"""The real AWS CLI, every command in this process: starting one for each would take most of the time."""
import contextlib
import io
import json
import os

os.environ['AWS_PAGER'] = ''

from awscli.clidriver import create_clidriver  # noqa: E402

try:
    import awscli.botocore.session as botocore_session
except ImportError:
    import botocore.session as botocore_session

MODEL = botocore_session.get_session().get_service_model('apigateway')
called = set()


class Refused(Exception):
    """The command ended with an error; its text is what the CLI printed."""


def kebab(operation):
    """The command of an operation: `GetRestApi` is `get-rest-api`."""
    text = ''
    for at, letter in enumerate(operation):
        text += ('-' if letter.isupper() and at > 0 else '') + letter.lower()
    return text


COMMANDS = {kebab(name): name for name in MODEL.operation_names}


def aws(command, *positional, **options):
    """Runs `aws apigateway COMMAND --option value ...`; gives what it prints as JSON."""
    called.add(COMMANDS[command])
    args = ['--endpoint-url', os.environ['SALLYPORT_CONTROL'], '--output', 'json', 'apigateway', command, *positional]
    for name, value in options.items():
        flag = '--' + name.replace('_', '-')
        if value is True:
            args.append(flag)
        elif value is False:
            args.append('--no-' + flag[2:])
        elif isinstance(value, (list, tuple)):
            args += [flag, *value]
        else:
            args += [flag, value if isinstance(value, str) else json.dumps(value)]
    out = io.TextIOWrapper(io.BytesIO(), encoding='utf-8')
    errors = io.TextIOWrapper(io.BytesIO(), encoding='utf-8')
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
        try:
            status = create_clidriver().main(args)
        except SystemExit as ended:
            status = ended.code
    for stream in (out, errors):
        stream.flush()
    text = out.buffer.getvalue().decode()
    if status != 0:
        raise Refused(f'aws {" ".join(args[4:])}: {errors.buffer.getvalue().decode().strip()}')
    return json.loads(text) if text.strip() else {}


def refused(message, command, **options):
    """The command must end with this error of AWS's."""
    try:
        aws(command, **options)
    except Refused as refusal:
        assert message in str(refusal), f'{refusal} does not say: {message}'
        return
    raise AssertionError(f'{command} was not refused')


def has(command):
    """Whether this release of the CLI knows a command."""
    return command in COMMANDS


def patch(path, value=None, op='replace'):
    """One patch operation in the CLI's shorthand, which JSON spares us."""
    return [json.dumps([{'op': op, 'path': path, **({} if value is None else {'value': value})}])]
