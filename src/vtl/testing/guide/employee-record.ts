import type { GuideExample } from './guide-example.ts';

const ADDRESS = { Line1: '123 Any Street', City: 'Any City', CountrySubDivisionCode: 'WA', PostalCode: '01234' };
const EMPLOYEE = {
  QueryResponse: {
    maxResults: '1',
    startPosition: '1',
    Employee: {
      Organization: 'false',
      Title: 'Mrs.',
      GivenName: 'Jane',
      MiddleName: 'Lane',
      FamilyName: 'Doe',
      DisplayName: 'Jane Lane Doe',
      PrintOnCheckName: 'Jane Lane Doe',
      Active: 'true',
      PrimaryPhone: { FreeFormNumber: '505.555.9999' },
      PrimaryEmailAddr: { Address: 'janedoe@example.com' },
      EmployeeType: 'Regular',
      status: 'Synchronized',
      Id: 'ABC123',
      SyncToken: '1',
      MetaData: { CreateTime: '2015-04-26T19:45:03Z', LastUpdatedTime: '2015-04-27T21:48:23Z' },
      PrimaryAddr: ADDRESS,
    },
  },
  time: '2015-04-27T22:12:32.012Z',
};

/** The guide's page `example-employee`. */
export const employee: GuideExample = {
  name: 'employee record',
  payload: EMPLOYEE,
  mappings: [
    {
      template: `#set($inputRoot = $input.path('$'))
{
  "QueryResponse": {
    "maxResults": "$inputRoot.QueryResponse.maxResults",
    "startPosition": "$inputRoot.QueryResponse.startPosition",
    "Employee": {
      "Organization": "$inputRoot.QueryResponse.Employee.Organization",
      "Title": "$inputRoot.QueryResponse.Employee.Title",
      "GivenName": "$inputRoot.QueryResponse.Employee.GivenName",
      "MiddleName": "$inputRoot.QueryResponse.Employee.MiddleName",
      "FamilyName": "$inputRoot.QueryResponse.Employee.FamilyName",
      "DisplayName": "$inputRoot.QueryResponse.Employee.DisplayName",
      "PrintOnCheckName": "$inputRoot.QueryResponse.Employee.PrintOnCheckName",
      "Active": "$inputRoot.QueryResponse.Employee.Active",
      "PrimaryPhone": { "FreeFormNumber": "$inputRoot.QueryResponse.Employee.PrimaryPhone.FreeFormNumber" },
      "PrimaryEmailAddr": { "Address": "$inputRoot.QueryResponse.Employee.PrimaryEmailAddr.Address" },
      "EmployeeType": "$inputRoot.QueryResponse.Employee.EmployeeType",
      "status": "$inputRoot.QueryResponse.Employee.status",
      "Id": "$inputRoot.QueryResponse.Employee.Id",
      "SyncToken": "$inputRoot.QueryResponse.Employee.SyncToken",
      "MetaData": {
        "CreateTime": "$inputRoot.QueryResponse.Employee.MetaData.CreateTime",
        "LastUpdatedTime": "$inputRoot.QueryResponse.Employee.MetaData.LastUpdatedTime"
      },
      "PrimaryAddr" : {
        "Line1": "$inputRoot.QueryResponse.Employee.PrimaryAddr.Line1",
        "City": "$inputRoot.QueryResponse.Employee.PrimaryAddr.City",
        "CountrySubDivisionCode": "$inputRoot.QueryResponse.Employee.PrimaryAddr.CountrySubDivisionCode",
        "PostalCode": "$inputRoot.QueryResponse.Employee.PrimaryAddr.PostalCode"
      }
    }
  },
  "time": "$inputRoot.time"
}`,
      result: EMPLOYEE,
    },
    {
      template: `#set($inputRoot = $input.path('$'))
{
  "QueryResponse": {
    "maxResults": "$inputRoot.QueryResponse.maxResults",
    "startPosition": "$inputRoot.QueryResponse.startPosition",
    "Employees": [
      {
        "Title": "$inputRoot.QueryResponse.Employee.Title",
        "GivenName": "$inputRoot.QueryResponse.Employee.GivenName",
        "MiddleName": "$inputRoot.QueryResponse.Employee.MiddleName",
        "FamilyName": "$inputRoot.QueryResponse.Employee.FamilyName",
        "DisplayName": "$inputRoot.QueryResponse.Employee.DisplayName",
        "PrintOnCheckName": "$inputRoot.QueryResponse.Employee.PrintOnCheckName",
        "Active": "$inputRoot.QueryResponse.Employee.Active",
        "PrimaryPhone": "$inputRoot.QueryResponse.Employee.PrimaryPhone.FreeFormNumber",
        "Email" : [
          {
            "type": "primary",
            "Address": "$inputRoot.QueryResponse.Employee.PrimaryEmailAddr.Address"
          }
        ],
        "EmployeeType": "$inputRoot.QueryResponse.Employee.EmployeeType",
        "PrimaryAddr": {
          "Line1": "$inputRoot.QueryResponse.Employee.PrimaryAddr.Line1",
          "City": "$inputRoot.QueryResponse.Employee.PrimaryAddr.City",
          "CountrySubDivisionCode": "$inputRoot.QueryResponse.Employee.PrimaryAddr.CountrySubDivisionCode",
          "PostalCode": "$inputRoot.QueryResponse.Employee.PrimaryAddr.PostalCode"
        }
      }
    ]
  },
  "time": "$inputRoot.time"
}`,
      result: {
        QueryResponse: {
          maxResults: '1',
          startPosition: '1',
          Employees: [
            {
              Title: 'Mrs.',
              GivenName: 'Jane',
              MiddleName: 'Lane',
              FamilyName: 'Doe',
              DisplayName: 'Jane Lane Doe',
              PrintOnCheckName: 'Jane Lane Doe',
              Active: 'true',
              PrimaryPhone: '505.555.9999',
              Email: [{ type: 'primary', Address: 'janedoe@example.com' }],
              EmployeeType: 'Regular',
              PrimaryAddr: ADDRESS,
            },
          ],
        },
        time: '2015-04-27T22:12:32.012Z',
      },
    },
  ],
};
