const slugPattern = '^[a-z0-9]+(_[a-z0-9]+)*$';

const basics = { ja: '基本', en: 'Basics' };
const search = { ja: '検索と分類', en: 'Search and topics' };
const connections = { ja: 'つながり', en: 'Connections' };
const address = { ja: 'アドレスと画像', en: 'Address and images' };

/**
 * The schema "guide": the nine fields of guide-format.md, in the order of a new guide. It checks
 * every guide of a folder that brings no schema of its own.
 */
export const defaultGuideSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'guide',
  type: 'object',
  required: [
    'category',
    'keywords',
    'meta_description',
    'related_jobs',
    'slug',
    'tags',
    'thumbnail',
    'hero_image',
    'title',
  ],
  properties: {
    category: {
      type: 'string',
      pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
      'x-label': { ja: 'カテゴリー', en: 'Category' },
      'x-help': {
        ja: 'サイトの一覧で、このガイドが並ぶ場所です。',
        en: 'Where the site lists this guide.',
      },
      'x-vocabulary': 'category',
      'x-group': { ...basics, order: 2 },
    },
    keywords: {
      type: 'array',
      minItems: 1,
      maxItems: 15,
      uniqueItems: true,
      items: { type: 'string', minLength: 1, 'x-vocabulary': 'keywords' },
      'x-label': { ja: '検索キーワード', en: 'Search keywords' },
      'x-help': {
        ja: '読者が検索窓に打ち込みそうな言葉です。1つから15個まで、大切なものから並べます。',
        en: 'Words readers are likely to search for: 1 to 15, the most important first.',
      },
      'x-group': { ...search, order: 4 },
    },
    meta_description: {
      type: 'string',
      minLength: 1,
      'x-width': { min: 70, max: 120 },
      'x-label': { ja: '説明文', en: 'Description' },
      'x-help': {
        ja: '検索結果のタイトルの下に出る文章です。全角70〜120文字を目安にします。',
        en: 'Shown below the title in search results. Aim for a width of 70 to 120.',
      },
      'x-group': { ...basics, order: 3 },
    },
    related_jobs: {
      type: 'array',
      uniqueItems: true,
      items: { type: 'string', pattern: slugPattern, 'x-relation': { field: 'slug' } },
      'x-label': { ja: '関連ガイド', en: 'Related guides' },
      'x-help': {
        ja: 'ページの終わりにカードで並ぶガイドです。3〜5件が読みやすい数です。',
        en: 'Guides shown as cards at the end of the page. Three to five read well.',
      },
      'x-group': { ...connections, order: 6 },
    },
    slug: {
      type: 'string',
      pattern: slugPattern,
      'x-label': { ja: 'URL名', en: 'URL name' },
      'x-help': {
        ja: 'ページのアドレスになる名前です。英小文字と数字を下線でつなぎ、ファイル名とそろえます。',
        en: 'Becomes the address of the page: lower-case letters and digits joined by underscores, the same as the file name.',
      },
      'x-group': { ...address, order: 7 },
    },
    tags: {
      type: 'array',
      uniqueItems: true,
      items: { type: 'string', minLength: 1, 'x-vocabulary': 'tags' },
      'x-label': { ja: 'タグ', en: 'Tags' },
      'x-help': {
        ja: 'ページに表示される分類の言葉です。ほかのガイドで使われているものから選ぶと、読者がたどりやすくなります。',
        en: 'Topics shown on the page. Prefer those that other guides use, so that readers can follow them.',
      },
      'x-group': { ...search, order: 5 },
    },
    thumbnail: {
      type: 'string',
      pattern: '^/',
      'x-site-path': { kind: 'image' },
      'x-label': { ja: '一覧の画像', en: 'List image' },
      'x-help': {
        ja: '一覧や関連ガイドのカードに出る画像です（640×360）。',
        en: 'Shown in lists and on cards (640 × 360).',
      },
      'x-group': { ...address, order: 8 },
    },
    hero_image: {
      type: 'string',
      pattern: '^/',
      'x-site-path': { kind: 'image' },
      'x-label': { ja: 'メイン画像', en: 'Main image' },
      'x-help': {
        ja: 'ページの先頭に大きく出る画像です（1600×900）。',
        en: 'Shown large at the top of the page (1600 × 900).',
      },
      'x-group': { ...address, order: 9 },
    },
    title: {
      type: 'string',
      minLength: 1,
      'x-width': { max: 32 },
      'x-label': { ja: 'タイトル', en: 'Title' },
      'x-help': {
        ja: '職種の名前に続く副題です。全角32文字までにすると、検索結果で切れません。',
        en: 'The subtitle after the name of the job. Up to a width of 32, search results show it in full.',
      },
      'x-group': { ...basics, order: 1 },
    },
  },
};
