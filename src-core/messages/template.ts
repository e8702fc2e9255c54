import { defineMessages } from './messages.ts';

/** What is said of a page template that makes no page; `{place}` is one of the first two. */
export const templateMessages = defineMessages({
  ja: {
    inFile: 'テンプレート「{file}」',
    atLine: 'テンプレート「{file}」の{line}行目',
    syntax: '{place}を読めないため、サイトのページになりません',
    syntaxAdvice: '「{%」や「{{」が閉じているか、名前が合っているか確かめてください。',
    missing: '{place}: 「{name}」というファイルがありません',
    missingAdvice: '名前を確かめるか、テンプレートと同じフォルダーにファイルを置いてください。',
    limit: '{place}は、時間がかかりすぎるか大きくなりすぎるため、途中で止めました',
    limitAdvice: 'くり返しの回数を減らしてください。',
    'no-content': '{place}に、本文を入れる場所がありません',
    'no-contentAdvice': '本文を出したい所に「{{ content }}」と書いてください。',
  },
  en: {
    inFile: 'Template “{file}”',
    atLine: 'Template “{file}”, line {line}',
    syntax: '{place}: this cannot be read, so the site’s page is not shown',
    syntaxAdvice: 'Check that each “{%” and “{{” is closed and every name is right.',
    missing: '{place}: there is no file “{name}”',
    missingAdvice: 'Check the name, or put the file into the template’s folder.',
    limit: '{place}: stopped, because it takes too long or grows too large',
    limitAdvice: 'Repeat fewer times.',
    'no-content': '{place}: there is no place for the body',
    'no-contentAdvice': 'Write “{{ content }}” where the body belongs.',
  },
});
