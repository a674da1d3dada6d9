import type { playground as texts } from '../../../texts/en/playground.ts';

/** Short templates to begin with (guide, "Mapping template examples for REST APIs"). */
export const EXAMPLES: Readonly<Record<keyof typeof texts.examples, string>> = {
  pick: `#set($body = $input.path('$'))
{
  "userId": "$input.params('id')",
  "fullName": "$util.escapeJavaScript($body.name)"
}`,
  list: `#set($body = $input.path('$'))
{
  "tags": [
#foreach($tag in $body.tags)
    { "name": "$tag" }#if($foreach.hasNext),#end

#end
  ]
}`,
  passthrough: `#set($params = $input.params())
{
  "body": $input.json('$'),
  "params": {
#foreach($type in $params.keySet())
    "$type": {
#foreach($name in $params.get($type).keySet())
      "$name": "$util.escapeJavaScript($params.get($type).get($name))"#if($foreach.hasNext),#end

#end
    }#if($foreach.hasNext),#end

#end
  }
}`,
  status: `#if($input.path('$.name') == '')
#set($context.responseOverride.status = 422)
{ "message": "A name is needed." }
#else
$input.json('$')
#end`,
};
