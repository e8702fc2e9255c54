const sentences = [
  '利用者の暮らしに合わせて、毎日の計画を組み立てます。',
  '求められるのは資格の数ではなく、**「設計力」**が問われる場面での判断です。',
  '記録は短く、ほかの人がすぐに読める言葉で残します。',
  'はじめの三か月は、先輩と一緒に動いて流れを覚えます。',
  '料金、可用性、守りの固さのどれを優先するかを、使う人の目線で決めます。',
];

function paragraph(seed: number, count: number): string {
  return Array.from({ length: count }, (_, i) => sentences[(seed + i) % sentences.length]).join('');
}

/** One chapter of a guide with every structure that guides use; `n` makes its text its own. */
function chapter(n: number): string {
  return `## ${(n % 9) + 1}️⃣ 第${n}章の主題

${paragraph(n, 6)}第${n}段落です。

### 1. 最初の仕事${n}

${paragraph(n + 1, 4)}
*   **詳細:** ${paragraph(n + 2, 2)}
*   **目的:** ${paragraph(n + 3, 1)}
    *   **書籍:** 『入門${n}』

### 🚀 道具と技術${n}

| 工程${n} | 内容 | 成果物 |
| :--- | :--- | :--- |
| 要件の整理 | 止めてよい時間と利用者数を聞き取る | 要件一覧 |
| 構成の設計 | 予備の用意と費用のつり合いを決める | 構成図 |
| 動作の確認 | 落ちたときの動きを確かめる | 試験の記録 |

### 面接で聞かれること${n}

*   **質問:** なぜこの仕事を選びましたか。

    *   **ポイント:** ${paragraph(n + 4, 2)}

---

`;
}

/** The body of a guide of about so many bytes of UTF-8, as Japanese as the real ones. */
export function guideText(bytes: number): string {
  const parts = ['# [完全ガイド] Cloud Engineer: 止まらない基盤を育てる仕事\n\n---\n\n'];
  let size = 0;
  for (let n = 1; size < bytes; n += 1) {
    const part = chapter(n);
    size += new TextEncoder().encode(part).length;
    parts.push(part);
  }
  parts.push('## 🏷️ #推奨タグ\n`#基盤`\n`#クラウド`\n');
  return parts.join('');
}
