import { type GuideExample, SEPARATOR } from './guide-example.ts';

const INVOICE = {
  DueDate: '2013-02-15',
  Balance: 1990.19,
  DocNumber: 'SAMP001',
  Status: 'Payable',
  Line: [
    {
      Description: 'Sample Expense',
      Amount: 500,
      DetailType: 'ExpenseDetail',
      ExpenseDetail: {
        Customer: { value: 'ABC123', name: 'Sample Customer' },
        Ref: { value: 'DEF234', name: 'Sample Construction' },
        Account: { value: 'EFG345', name: 'Fuel' },
        LineStatus: 'Billable',
      },
    },
  ],
  Vendor: { value: 'GHI456', name: 'Sample Bank' },
  APRef: { value: 'HIJ567', name: 'Accounts Payable' },
  TotalAmt: 1990.19,
};

/** The guide's page `example-invoice`. */
export const invoice: GuideExample = {
  name: 'sales invoice',
  payload: INVOICE,
  mappings: [
    {
      template: `#set($inputRoot = $input.path('$'))
{
  "DueDate": "$inputRoot.DueDate",
  "Balance": $inputRoot.Balance,
  "DocNumber": "$inputRoot.DocNumber",
  "Status": "$inputRoot.Status",
  "Line": [
#foreach($elem in $inputRoot.Line)
    {
      "Description": "$elem.Description",
      "Amount": $elem.Amount,
      "DetailType": "$elem.DetailType",
      "ExpenseDetail": {
        "Customer": { "value": "$elem.ExpenseDetail.Customer.value", "name": "$elem.ExpenseDetail.Customer.name" },
        "Ref": { "value": "$elem.ExpenseDetail.Ref.value", "name": "$elem.ExpenseDetail.Ref.name" },
        "Account": { "value": "$elem.ExpenseDetail.Account.value", "name": "$elem.ExpenseDetail.Account.name" },
        "LineStatus": "$elem.ExpenseDetail.LineStatus"
      }
    }${SEPARATOR}

#end
  ],
  "Vendor": { "value": "$inputRoot.Vendor.value", "name": "$inputRoot.Vendor.name" },
  "APRef": { "value": "$inputRoot.APRef.value", "name": "$inputRoot.APRef.name" },
  "TotalAmt": $inputRoot.TotalAmt
}`,
      result: INVOICE,
    },
    {
      template: `#set($inputRoot = $input.path('$'))
{
  "DueDate": "$inputRoot.DueDate",
  "Balance": $inputRoot.Balance,
  "DocNumber": "$inputRoot.DocNumber",
  "Status": "$inputRoot.Status",
  "Line": [
#foreach($elem in $inputRoot.Line)
    {
      "Description": "$elem.Description",
      "Amount": $elem.Amount,
      "DetailType": "$elem.DetailType",
      "Customer": "$elem.ExpenseDetail.Customer.value ($elem.ExpenseDetail.Customer.name)",
      "Ref": "$elem.ExpenseDetail.Ref.value ($elem.ExpenseDetail.Ref.name)",
      "Account": "$elem.ExpenseDetail.Account.value ($elem.ExpenseDetail.Account.name)",
      "LineStatus": "$elem.ExpenseDetail.LineStatus"
    }${SEPARATOR}

#end
  ],
  "TotalAmt": $inputRoot.TotalAmt
}`,
      result: {
        DueDate: '2013-02-15',
        Balance: 1990.19,
        DocNumber: 'SAMP001',
        Status: 'Payable',
        Line: [
          {
            Description: 'Sample Expense',
            Amount: 500,
            DetailType: 'ExpenseDetail',
            Customer: 'ABC123 (Sample Customer)',
            Ref: 'DEF234 (Sample Construction)',
            Account: 'EFG345 (Fuel)',
            LineStatus: 'Billable',
          },
        ],
        TotalAmt: 1990.19,
      },
    },
  ],
};
