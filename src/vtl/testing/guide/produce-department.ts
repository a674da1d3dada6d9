import { type GuideExample, SEPARATOR } from './guide-example.ts';

/** The guide's page `models-mappings`. */
export const produce: GuideExample = {
  name: 'produce department',
  payload: {
    department: 'produce',
    categories: ['fruit', 'vegetables'],
    bins: [
      { category: 'fruit', type: 'apples', price: 1.99, unit: 'pound', quantity: 232 },
      { category: 'fruit', type: 'bananas', price: 0.19, unit: 'each', quantity: 112 },
      { category: 'vegetables', type: 'carrots', price: 1.29, unit: 'bag', quantity: 57 },
    ],
  },
  mappings: [
    {
      template: `#set($inputRoot = $input.path('$'))
{
  "choices": [
#foreach($elem in $inputRoot.bins)
    {
      "kind": "$elem.type",
      "suggestedPrice": "$elem.price per $elem.unit",
      "available": $elem.quantity
    }${SEPARATOR}

#end
  ]
}`,
      result: {
        choices: [
          { kind: 'apples', suggestedPrice: '1.99 per pound', available: 232 },
          { kind: 'bananas', suggestedPrice: '0.19 per each', available: 112 },
          { kind: 'carrots', suggestedPrice: '1.29 per bag', available: 57 },
        ],
      },
    },
  ],
};
