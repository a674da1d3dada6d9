#!/usr/bin/env bash
# Puts an API before a backend: every path and verb below /pets is passed on. Start Sallyport first (npm start).
# SALLYPORT_CONTROL, SALLYPORT_GATEWAY and credentials: as in ../users/walkthrough.sh
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
control=${SALLYPORT_CONTROL:-http://127.0.0.1:4566}
gateway=${SALLYPORT_GATEWAY:-http://127.0.0.1:8080}
[ -n "${AWS_ACCESS_KEY_ID:-}" ] || eval "$(node "$here/../../dist/sallyport.js" credentials)"
export AWS_DEFAULT_REGION=${AWS_DEFAULT_REGION:-us-east-1} AWS_PAGER=

aws() { command aws --endpoint-url "$control" "$@"; }
say() { printf '\n== %s\n' "$*"; }
call() { curl --silent --show-error --write-out ' (%{http_code})\n' "$@"; }

say 'The backend, on a free port of this machine'
coproc UPSTREAM { exec node "$here/upstream.mjs" 0; }
trap 'kill "$UPSTREAM_PID"' EXIT
read -r line <&"${UPSTREAM[0]}"
echo "$line"
backend=${line##* }

say 'An API with /pets and /pets/{proxy+}, both passed on to it'
api=$(aws apigateway create-rest-api --name petstore --query id --output text)
root=$(aws apigateway get-resources --rest-api-id "$api" --query 'items[0].id' --output text)
pets=$(aws apigateway create-resource --rest-api-id "$api" --parent-id "$root" --path-part pets --query id --output text)
below=$(aws apigateway create-resource --rest-api-id "$api" --parent-id "$pets" --path-part '{proxy+}' --query id --output text)
aws apigateway put-method --rest-api-id "$api" --resource-id "$pets" --http-method ANY --authorization-type NONE >/dev/null
aws apigateway put-integration --rest-api-id "$api" --resource-id "$pets" --http-method ANY --type HTTP_PROXY \
  --integration-http-method ANY --uri "$backend" >/dev/null
aws apigateway put-method --rest-api-id "$api" --resource-id "$below" --http-method ANY --authorization-type NONE \
  --request-parameters method.request.path.proxy=true >/dev/null
aws apigateway put-integration --rest-api-id "$api" --resource-id "$below" --http-method ANY --type HTTP_PROXY \
  --integration-http-method ANY --uri "$backend/{proxy}" \
  --request-parameters integration.request.path.proxy=method.request.path.proxy >/dev/null
aws apigateway create-deployment --rest-api-id "$api" --stage-name test >/dev/null

say 'Called through the gateway'
store=$gateway/_aws/execute-api/$api/test
call "$store/pets"
call "$store/pets?type=cat"
call "$store/pets/2"
call "$store/pets/99"
call -H 'Content-Type: application/json' --data '{"type":"bird","price":9.5}' "$store/pets"
