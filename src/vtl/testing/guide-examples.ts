/**
 * The guide's worked examples (pages `example-photos`, `example-news-article`, `example-invoice`, `example-employee`,
 * `models-mappings`): the data of each, its two mappings, and what the page says comes out.
 */
export interface GuideExample {
  readonly name: string;
  readonly payload: unknown;
  readonly mappings: readonly { readonly template: string; readonly result: unknown }[];
}

const SEPARATOR = '#if($foreach.hasNext),#end';

const PHOTO = { ispublic: 1, isfriend: 0, isfamily: 0 };
const PHOTOS = [
  {
    id: '12345678901',
    owner: '23456789@A12',
    secret: 'abc123d456',
    server: '1234',
    farm: 1,
    title: 'Sample photo 1',
    ...PHOTO,
  },
  {
    id: '23456789012',
    owner: '34567890@B23',
    secret: 'bcd234e567',
    server: '2345',
    farm: 2,
    title: 'Sample photo 2',
    ...PHOTO,
  },
];
const PHOTO_PAGE = { photos: { page: 1, pages: '1234', perpage: 100, total: '123398', photo: PHOTOS } };

const photos: GuideExample = {
  name: 'photos',
  payload: PHOTO_PAGE,
  mappings: [
    {
      template: `#set($inputRoot = $input.path('$'))
{
  "photos": {
    "page": $inputRoot.photos.page,
    "pages": "$inputRoot.photos.pages",
    "perpage": $inputRoot.photos.perpage,
    "total": "$inputRoot.photos.total",
    "photo": [
#foreach($elem in $inputRoot.photos.photo)
      {
        "id": "$elem.id",
        "owner": "$elem.owner",
        "secret": "$elem.secret",
        "server": "$elem.server",
        "farm": $elem.farm,
        "title": "$elem.title",
        "ispublic": $elem.ispublic,
        "isfriend": $elem.isfriend,
        "isfamily": $elem.isfamily
      }${SEPARATOR}

#end
    ]
  }
}`,
      result: PHOTO_PAGE,
    },
    {
      template: `#set($inputRoot = $input.path('$'))
{
  "photos": [
#foreach($elem in $inputRoot.photos.photo)
    {
      "id": "$elem.id",
      "owner": "$elem.owner",
      "title": "$elem.title",
      "ispublic": $elem.ispublic,
      "isfriend": $elem.isfriend,
      "isfamily": $elem.isfamily
    }${SEPARATOR}

#end
  ]
}`,
      result: { photos: PHOTOS.map(({ id, owner, title }) => ({ id, owner, title, ...PHOTO })) },
    },
  ],
};

const ARTICLE = {
  last_updated_date: '2015-04-24',
  expire_date: '2016-04-25',
  author_first_name: 'John',
  description: 'Sample Description',
  creation_date: '2015-04-20',
  title: 'Sample Title',
  allow_comment: '1',
  author: { last_name: 'Doe', email: 'johndoe@example.com', first_name: 'John' },
  body: 'Sample Body',
  publish_date: '2015-04-25',
  version: '1',
  author_last_name: 'Doe',
  parent_id: 2345678901,
  article_url: 'http://www.example.com/articles/3456789012',
};
const ARTICLES = { count: 1, items: [ARTICLE], version: 1 };

const news: GuideExample = {
  name: 'news articles',
  payload: ARTICLES,
  mappings: [
    {
      template: `#set($inputRoot = $input.path('$'))
{
  "count": $inputRoot.count,
  "items": [
#foreach($elem in $inputRoot.items)
    {
      "last_updated_date": "$elem.last_updated_date",
      "expire_date": "$elem.expire_date",
      "author_first_name": "$elem.author_first_name",
      "description": "$elem.description",
      "creation_date": "$elem.creation_date",
      "title": "$elem.title",
      "allow_comment": "$elem.allow_comment",
      "author": {
        "last_name": "$elem.author.last_name",
        "email": "$elem.author.email",
        "first_name": "$elem.author.first_name"
      },
      "body": "$elem.body",
      "publish_date": "$elem.publish_date",
      "version": "$elem.version",
      "author_last_name": "$elem.author_last_name",
      "parent_id": $elem.parent_id,
      "article_url": "$elem.article_url"
    }${SEPARATOR}

#end
  ],
  "version": $inputRoot.version
}`,
      result: ARTICLES,
    },
    {
      template: `#set($inputRoot = $input.path('$'))
{
  "count": $inputRoot.count,
  "items": [
#foreach($elem in $inputRoot.items)
    {
      "creation_date": "$elem.creation_date",
      "title": "$elem.title",
      "author": "$elem.author.first_name $elem.author.last_name",
      "body": "$elem.body",
      "publish_date": "$elem.publish_date",
      "article_url": "$elem.article_url"
    }${SEPARATOR}

#end
  ],
  "version": $inputRoot.version
}`,
      result: {
        count: 1,
        items: [
          {
            creation_date: '2015-04-20',
            title: 'Sample Title',
            author: 'John Doe',
            body: 'Sample Body',
            publish_date: '2015-04-25',
            article_url: 'http://www.example.com/articles/3456789012',
          },
        ],
        version: 1,
      },
    },
  ],
};

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

const invoice: GuideExample = {
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

const employee: GuideExample = {
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

const produce: GuideExample = {
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

export const GUIDE_EXAMPLES: readonly GuideExample[] = [photos, news, invoice, employee, produce];
