import { it } from 'vitest';
import { compareEdits } from './edit-suite.ts';
import { profiles, createViewer, tryWhole } from './equality.ts';
import { createRenderer } from '#core/markdown/renderer';
import { toHtml } from 'hast-util-to-html';
it('finds', () => {
 for (let seed = 1; seed < 9; seed++) {
  const profile = profiles[seed % 2 ? 1 : 5]!;
  try { compareEdits({ profile, seed, runs: 50, perRun: 20 }); } catch (e: any) {
    const text = JSON.parse(e.cause.message.split('\n')[0]);
    const bad = (t: string) => { const w = tryWhole(createRenderer(profile), t); return w && JSON.stringify(w) !== JSON.stringify(createViewer(profile)(t)); };
    console.log('fresh also bad?', bad(text));
    if (!bad(text)) { console.log(e.cause.message); continue; }
    let list: string[] = text.split(/(?<=\n)/);
    for (let n = list.length >> 1; n >= 1; n >>= 1) for (let i = 0; i < list.length; ) { const c = list.toSpliced(i, n); if (bad(c.join(''))) list = c; else i += n; }
    list = [...list.join('')];
    for (let n = list.length >> 1; n >= 1; n >>= 1) for (let i = 0; i < list.length; ) { const c = list.toSpliced(i, n); if (bad(c.join(''))) list = c; else i += n; }
    const t = list.join('');
    console.log(JSON.stringify(t)); console.log(toHtml(createRenderer(profile).render(t).root)); console.log(toHtml(createViewer(profile)(t)));
  }
 }
}, 100000);
