import { type GuideExample, SEPARATOR } from './guide-example.ts';

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

/** The guide's page `example-news-article`. */
export const news: GuideExample = {
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
