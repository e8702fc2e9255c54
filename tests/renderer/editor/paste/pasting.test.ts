import type { PastedHtml } from '#core/markdown/paste/pasted-html';
import { htmlToMarkdown } from '#core/markdown/paste/html-to-markdown';
import { describe, expect, it } from 'vitest';
import { editPaste } from './paste-editor.ts';

const bold = '<p>とても<b>大切</b>です</p>';

/** A conversion that ends when it is told to. */
function held() {
  let end: (() => void) | undefined;
  return {
    convert: (html: string, style: Parameters<typeof htmlToMarkdown>[1]) =>
      new Promise<PastedHtml>((resolve) => {
        end = () => resolve(htmlToMarkdown(html, style));
      }),
    async finish(): Promise<void> {
      end?.();
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

describe('HTML pasted in the manuscript', () => {
  it('becomes Markdown at the caret in one step, which undo takes back', async () => {
    const { session, pasteHtml, caret } = editPaste('前‸後\n');
    await pasteHtml(bold, 'とても大切です');
    expect(session.text()).toBe('前とても**大切**です後\n');
    expect(caret()).toBe('前とても**大切**です'.length);
    session.undo();
    expect(session.text()).toBe('前後\n');
  });

  it('goes to every caret', async () => {
    const { session, pasteHtml } = editPaste('a‸\nb‸\n');
    await pasteHtml(bold, 'とても大切です');
    expect(session.text()).toBe('aとても**大切**です\nbとても**大切**です\n');
  });

  it('stands apart from the text around it where it is made of blocks, in the style of the lists there', async () => {
    const { session, pasteHtml } = editPaste('- 一\n\n文‸章\n');
    await pasteHtml('<h2>題</h2><ul><li>二</li></ul>', '題\n二');
    expect(session.text()).toBe('- 一\n\n文\n\n## 題\n\n- 二\n\n章\n');
  });

  it('keeps to the quote that the caret is in', async () => {
    const { session, pasteHtml } = editPaste('> 引用‸\n');
    await pasteHtml('<p>一</p><p>二</p>', '一\n\n二');
    expect(session.text()).toBe('> 引用\n>\n> 一\n>\n> 二\n');
  });

  it('can be made plain text again, in one step of its own', async () => {
    const { session, pasteHtml, outcomes } = editPaste('‸');
    await pasteHtml(bold, 'とても大切です');
    expect(outcomes.map(({ kind }) => kind)).toEqual(['converted']);
    expect(outcomes[0]?.asPlainText()).toBe(true);
    expect(session.text()).toBe('とても大切です');
    session.undo();
    expect(session.text()).toBe('とても**大切**です');
    session.undo();
    expect(session.text()).toBe('');
  });

  it('is not made plain text once the author has written in it', async () => {
    const { session, pasteHtml, outcomes } = editPaste('‸');
    await pasteHtml(bold, 'とても大切です');
    session.dispatch({ changes: { from: 2, insert: 'x' } });
    expect(outcomes[0]?.asPlainText()).toBe(false);
    expect(session.text()).toBe('とてxも**大切**です');
  });

  it('says nothing where its words are all there is', async () => {
    const { session, pasteHtml, outcomes } = editPaste('‸');
    await pasteHtml('<span style="color:red">a_b</span>', 'a_b');
    expect(session.text()).toBe('a_b');
    expect(outcomes).toEqual([]);
  });

  it('[T10] brings nothing that runs', async () => {
    const { session, view, pasteHtml } = editPaste('‸');
    await pasteHtml(
      '<img src=x onerror="window.__pwn=1"><a href="javascript:window.__pwn=1">x<b>y</b></a><script>window.__pwn=1</script>',
      'xy',
    );
    expect(session.text()).toBe('x**y**');
    expect(view.contentDOM.querySelector('img, script, a')).toBeNull();
  });

  it('falls back on the plain text where it cannot be converted, and says so', async () => {
    const { session, pasteHtml, outcomes } = editPaste('‸', () => Promise.resolve(undefined));
    await pasteHtml(bold, 'とても\r\n大切です');
    expect(session.text()).toBe('とても\n大切です');
    expect(outcomes.map(({ kind }) => kind)).toEqual(['plain']);
  });

  it('goes where it was pasted, though the author types on meanwhile', async () => {
    const { convert, finish } = held();
    const { session, send, caret } = editPaste('前‸\n', convert);
    send('paste', { 'text/html': bold, 'text/plain': 'とても大切です' });
    session.dispatch({ changes: { from: 0, insert: '題 ' } });
    session.dispatch({ changes: { from: 3, insert: '続き' }, selection: { anchor: 5 } });
    await finish();
    expect(session.text()).toBe('題 前とても**大切**です続き\n');
    expect(caret()).toBe('題 前とても**大切**です続き'.length);
  });

  it('does not take away what was typed over the selection meanwhile', async () => {
    const { convert, finish } = held();
    const { session, send } = editPaste('«古い»\n', convert);
    send('paste', { 'text/html': bold, 'text/plain': 'とても大切です' });
    session.dispatch({ changes: { from: 0, to: 2, insert: '新' } });
    await finish();
    expect(session.text()).toBe('とても**大切**です新\n');
  });

  it('[P9] waits for a composition that begins meanwhile, and moves with its text', async () => {
    const { convert, finish } = held();
    const { session, send, view } = editPaste('前‸\n', convert);
    send('paste', { 'text/html': bold, 'text/plain': 'とても大切です' });
    view.contentDOM.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    await finish();
    expect(view.compositionStarted).toBe(true);
    expect(session.text()).toBe('前\n');
    view.contentDOM.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(session.text()).toBe('前とても**大切**です\n');
  });

  it('[P9] changes nothing while an input method composes', async () => {
    const { session, send, view } = editPaste('前‸\n');
    view.contentDOM.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    const event = send('paste', { 'text/html': bold, 'text/plain': 'x' });
    expect(event.defaultPrevented).toBe(true);
    expect(session.text()).toBe('前\n');
    const tsv = send('paste', { 'text/plain': 'a\tb\n1\t2' });
    expect(tsv.defaultPrevented).toBe(true);
    view.contentDOM.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(session.text()).toBe('前\n');
  });

  it.each([
    ['the guide details', '---json\n{"title": "‸"}\n---\n本文\n', '{"title": "x"}'],
    ['fenced code', '```\n‸\n```\n', '```\nx\n```'],
    ['code in a line', '文 `a‸b` 文\n', '`axb`'],
    ['a cell of a table', '| a | b |\n| - | - |\n| ‸1 | 2 |\n', '| x1 | 2 |'],
  ])('is plain text in %s', async (_, marked, expected) => {
    const { session, pasteHtml } = editPaste(marked);
    await pasteHtml('<b>x</b>', 'x');
    expect(session.text()).toContain(expected);
  });

  it('is plain text where it is only the colours of code', async () => {
    const { session, pasteHtml } = editPaste('‸');
    await pasteHtml('<pre><span style="color:red">**a**</span></pre>', '**a**');
    expect(session.text()).toBe('**a**');
  });

  it('becomes a table where it is one, or its cells in the table at the caret', async () => {
    const html = '<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>';
    const fresh = editPaste('‸');
    await fresh.pasteHtml(html, 'a\tb\n1\t2');
    expect(fresh.session.text().trim()).toBe('| a | b |\n| :--- | :--- |\n| 1 | 2 |');
    const within = editPaste('| x | y |\n| - | - |\n| ‸3 | 4 |\n');
    await within.pasteHtml(html, 'a\tb\n1\t2');
    expect(within.session.text()).toBe('| x | y |\n| - | - |\n| a | b |\n| 1 | 2 |\n');
  });

  it('leaves a text that cannot be edited alone', async () => {
    const { session, pasteHtml } = editPaste('文‸', undefined, true);
    await pasteHtml(bold, 'x');
    expect(session.text()).toBe('文');
  });
});

describe('plain text pasted in the manuscript', () => {
  it('makes a link of the selected words where it is an address', () => {
    const { session, send } = editPaste('詳しくは«手引き»を読む');
    send('paste', { 'text/plain': 'https://example.com/guide' });
    expect(session.text()).toBe('詳しくは[手引き](https://example.com/guide)を読む');
    session.undo();
    expect(session.text()).toBe('詳しくは手引きを読む');
  });

  it('[T05] makes no link of an address that leads nowhere', () => {
    const { session, send } = editPaste('«手引き»');
    send('paste', { 'text/plain': 'javascript:alert(1)' });
    expect(session.text()).toBe('javascript:alert(1)');
  });

  it('becomes a table where it is rows of a spreadsheet', () => {
    const { session, send } = editPaste('‸');
    send('paste', { 'text/plain': 'a\tb\n1\t2' });
    expect(session.text()).toContain('| a | b |\n| :--- | :--- |');
  });
});

describe('files', () => {
  const png = new File(['x'], 'a.png', { type: 'image/png' });
  const page = new File(['<script>1</script>'], 'a.html', { type: 'text/html' });

  it('are taken at the caret when pasted, where they are images', () => {
    const { session, images, send } = editPaste('前‸後');
    const event = send('paste', { 'text/html': '<img src="https://x.invalid/a.png">' }, [png]);
    expect(event.defaultPrevented).toBe(true);
    expect(images).toEqual([{ names: ['a.png'], at: 1 }]);
    expect(session.text()).toBe('前後');
  });

  it('are left for the text that an office program copied with its picture', async () => {
    const { session, images, send } = editPaste('‸');
    send('paste', { 'text/html': bold, 'text/plain': 'とても大切です' }, [png]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(images).toEqual([]);
    expect(session.text()).toBe('とても**大切**です');
  });

  it('[T11] that are no images are not read when dropped, and the author is told', () => {
    const { session, images, others, send } = editPaste('前‸後');
    const event = send('drop', {}, [page]);
    expect(event.defaultPrevented).toBe(true);
    expect(session.text()).toBe('前後');
    expect(images).toEqual([]);
    expect(others).toHaveLength(1);
  });
});
