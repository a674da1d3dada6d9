import { type GuideExample, SEPARATOR } from './guide-example.ts';

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

/** The guide's page `example-photos`. */
export const photos: GuideExample = {
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
