import type { GuideType, GuideTypeSection } from './workspace-config.ts';

/** Chapters by role with the Markdown that each begins with; `{name}` is the Latin name. */
const chapters: readonly (readonly [id: string, heading: string, body: string])[] = [
  ['what', '{name}とは', 'この仕事を知らない人に向けて、誰のために何をする仕事かを書きます。'],
  [
    'duties',
    '主な仕事内容',
    '主な仕事を順に紹介します。\n\n### 1. 仕事の名前\n\nどのような場面で行うのかを書きます。\n\n*   **詳細:** 手順や成果物',
  ],
  [
    'skills',
    '必要なスキルとツール',
    '### 🚀 専門スキル\n\n| スキル | 求められること |\n| :--- | :--- |\n| スキルの名前 | できるとよいこと |\n\n### 🛠️ 道具と環境\n\n| 道具 | 使いどころ |\n| :--- | :--- |\n| 道具の名前 | 使う場面 |\n\n### 🤝 人と働く力\n\n| 力 | 表れる場面 |\n| :--- | :--- |\n| 力の名前 | 役に立つ場面 |',
  ],
  [
    'collaboration',
    '一緒に働く人たち',
    '### 相手の職種\n\n**連携内容と目的:**\n何を受け渡し、何のために話し合うのかを書きます。',
  ],
  [
    'career',
    'キャリアパス',
    '| 段階 | 経験の目安 | 任される仕事 |\n| :--- | :--- | :--- |\n| 入門 | 1年目まで | 仕事の名前 |',
  ],
  ['outlook', '将来性と展望', '### 1. 変化の名前\n\n理由と、仕事への影響を書きます。'],
  [
    'learning',
    '学び方の道すじ',
    '### 1. 基礎を知る\n\n*   **目的:** この段階でできるようになること\n*   **アクション:** 手を動かす課題\n    *   **書籍:** 本の名前\n    *   **オンラインコース:** 講座の名前',
  ],
  ['employers', '活躍できる職場', '### 1. 職場の種類\n\n**企業例:** 会社の名前や業種'],
  [
    'interview',
    '面接でよく聞かれる質問',
    '*   **質問:** 質問の文\n\n    *   **ポイント:** 面接官が確かめたいこと',
  ],
  ['summary', 'まとめ', '読み終えた人が、今日できることを1つ書きます。'],
];

/** How the headings within a chapter begin, and the tables that it has, by its role. */
const shapes: Readonly<Record<string, Pick<GuideTypeSection, 'subheadings' | 'tables'>>> = {
  duties: { subheadings: 'numbered' },
  skills: { subheadings: 'emoji', tables: { min: 3, columns: [2, 3] } },
  collaboration: { subheadings: 'plain' },
  career: { tables: { min: 1, columns: [3, 3] } },
  outlook: { subheadings: 'numbered' },
  learning: { subheadings: 'numbered' },
  employers: { subheadings: 'numbered' },
};

const sections: readonly GuideTypeSection[] = [
  ...chapters.map(([id, heading, body]) => ({
    id,
    heading: `{keycap} ${heading}`,
    required: id !== 'interview',
    numbering: 'keycap' as const,
    ...shapes[id],
    body,
  })),
  { id: 'tags', heading: '🏷️ #推奨タグ', required: true, numbering: 'none', body: '`#{name}`' },
];

/** What a new guide looks like in a folder that describes no guide types of its own: the eleven chapters. */
export const defaultGuideType: GuideType = {
  id: 'guide',
  label: { ja: 'ガイド', en: 'Guide' },
  description: {
    ja: '仕事の内容から学び方まで。11の章',
    en: 'From duties to learning: 11 sections',
  },
  nameLabel: { ja: '名前（英字）', en: 'Name (Latin letters)' },
  folder: '',
  h1: '[完全ガイド] {name}: {title}',
  frontMatter: {
    category: '',
    keywords: ['{name}'],
    meta_description: '',
    related_jobs: [],
    slug: '{slug}',
    tags: [],
    thumbnail: '/static/img/{slug}.png',
    hero_image: '/static/img/{slug}_hero.png',
    title: '{title}',
  },
  sections,
};
