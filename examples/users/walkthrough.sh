#!/usr/bin/env bash
# From nothing to a deployed REST API with the AWS CLI and curl. Start Sallyport first (npm start), then run this file.
#
#   SALLYPORT_CONTROL   the control API   (default http://127.0.0.1:4566)
#   SALLYPORT_GATEWAY   the gateway       (default http://127.0.0.1:8080)
#
# Credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY if they are set, else Sallyport's root credentials.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
control=${SALLYPORT_CONTROL:-http://127.0.0.1:4566}
gateway=${SALLYPORT_GATEWAY:-http://127.0.0.1:8080}
[ -n "${AWS_ACCESS_KEY_ID:-}" ] || eval "$(node "$here/../../dist/sallyport.js" credentials)"
export AWS_DEFAULT_REGION=${AWS_DEFAULT_REGION:-us-east-1} AWS_PAGER=
account=${SALLYPORT_ACCOUNT_ID:-000000000000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

aws() { command aws --endpoint-url "$control" "$@"; }
say() { printf '\n== %s\n' "$*"; }
call() { curl --silent --show-error --write-out ' (%{http_code})\n' "$@"; }

say 'A function, from a zip file'
python3 -m zipfile -c "$work/users.zip" "$here/index.mjs"
users_file=${USERS_FILE:-$(mktemp --suffix=.jsonl)}
function_arn=$(aws lambda create-function --function-name "users-$$" --runtime nodejs20.x --handler index.handler \
  --role "arn:aws:iam::$account:role/users" --zip-file "fileb://$work/users.zip" \
  --environment "Variables={USERS_FILE=$users_file}" --query FunctionArn --output text)
aws lambda wait function-active-v2 --function-name "users-$$"
echo "$function_arn"

say 'An API with the resource /users'
api=$(aws apigateway create-rest-api --name users --query id --output text)
root=$(aws apigateway get-resources --rest-api-id "$api" --query 'items[0].id' --output text)
users=$(aws apigateway create-resource --rest-api-id "$api" --parent-id "$root" --path-part users --query id --output text)
echo "$api"

integrate() { # RESOURCE VERB
  aws apigateway put-method --rest-api-id "$api" --resource-id "$1" --http-method "$2" --authorization-type NONE >/dev/null
  aws apigateway put-integration --rest-api-id "$api" --resource-id "$1" --http-method "$2" --type AWS_PROXY \
    --integration-http-method POST \
    --uri "arn:aws:apigateway:$AWS_DEFAULT_REGION:lambda:path/2015-03-31/functions/$function_arn/invocations" >/dev/null
}

say 'GET and POST, both linked to the function, which lets this API call it'
integrate "$users" GET
integrate "$users" POST
aws lambda add-permission --function-name "users-$$" --statement-id api --action lambda:InvokeFunction \
  --principal apigateway.amazonaws.com \
  --source-arn "arn:aws:execute-api:$AWS_DEFAULT_REGION:$account:$api/*/*/users*" >/dev/null

say 'Deployed to the stage dev'
first=$(aws apigateway create-deployment --rest-api-id "$api" --stage-name dev --query id --output text)
dev=$gateway/_aws/execute-api/$api/dev
call "$dev/users"
created=$(curl --silent --show-error --json '{"name":"Ada"}' "$dev/users" 2>/dev/null ||
  curl --silent --show-error -H 'Content-Type: application/json' --data '{"name":"Ada"}' "$dev/users")
echo "$created"
call "$dev/users"

say 'A new resource /users/{id}, in a second deployment of dev; the stage v1 stays on the first'
id_resource=$(aws apigateway create-resource --rest-api-id "$api" --parent-id "$users" --path-part '{id}' --query id --output text)
integrate "$id_resource" GET
aws apigateway create-deployment --rest-api-id "$api" --stage-name dev >/dev/null
aws apigateway create-stage --rest-api-id "$api" --stage-name v1 --deployment-id "$first" >/dev/null
id=$(python3 -c 'import json,sys; print(json.loads(sys.argv[1])["id"])' "$created")
call "$dev/users/$id"
call "$gateway/_aws/execute-api/$api/v1/users/$id"

say "By host name, as on AWS: curl http://$api.execute-api.localhost:${gateway##*:}/dev/users"
call -H "Host: $api.execute-api.localhost" "$gateway/dev/users"
