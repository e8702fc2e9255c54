import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DuplicateDialog } from '../../../src-renderer/features/guide-files/DuplicateDialog.tsx';
import { MoveDialog } from '../../../src-renderer/features/guide-files/MoveDialog.tsx';
import { RenameDialog } from '../../../src-renderer/features/guide-files/RenameDialog.tsx';
import { TrashDialog } from '../../../src-renderer/features/guide-files/TrashDialog.tsx';
import { guideEntry } from '../guide-entry-fixture.ts';

afterEach(cleanup);

const nurse = guideEntry('Nurse');
const doctor = guideEntry('Doctor');
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const write = (label: string, value: string) =>
  fireEvent.change(field(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the dialog for another folder', () => {
  function renderMove(values: Partial<Parameters<typeof MoveDialog>[0]> = {}) {
    const onMove = vi.fn((_folder: string) => Promise.resolve<string | undefined>(undefined));
    const entries = [
      nurse,
      doctor,
      { ...guideEntry('Doctor'), path: 'guides/it/web/doctor.md' },
      { ...guideEntry('Nurse'), path: 'guides/it/NURSE.md', name: 'Other Nurse' },
      { ...guideEntry('Notes'), path: 'notes/notes.md', kind: 'other' as const },
    ];
    render(
      <MoveDialog
        path="guides/nurse.md"
        name="Nurse"
        entries={entries}
        referrers={[]}
        onMove={onMove}
        onClose={() => undefined}
        {...values}
      />,
    );
    return { onMove };
  }
  const newName = (value: string) => write('新しいフォルダーの名前', value);

  it('offers every folder of the list but its own, the top and a new one', async () => {
    const { onMove } = renderMove();
    expect([...screen.getByRole('combobox').children].map((one) => one.textContent)).toEqual([
      ...['ガイドのフォルダー', 'guides/it', 'guides/it/web', 'notes', '新しいフォルダー…'],
    ]);
    write('移す先', 'guides/it/web');
    press('移す');
    expect(onMove).toHaveBeenCalledWith('guides/it/web');
    write('移す先', '');
    await waitFor(() => {
      press('移す');
      expect(onMove).toHaveBeenLastCalledWith('');
    });
  });

  it('[F21] says whose file has the same name there, in any case of letters', () => {
    const { onMove } = renderMove();
    write('移す先', 'guides/it');
    expect(screen.getByText('「Other Nurse」が同じファイル名で入っています')).toBeTruthy();
    press('移す');
    expect(onMove).not.toHaveBeenCalled();
  });

  it('[F22] makes a new folder, composed; [P9] Enter that ends a conversion does not move', () => {
    const { onMove } = renderMove();
    write('移す先', '/');
    newName('guides/か\u3099っか/');
    const end = { key: 'Enter', isComposing: true };
    fireEvent.keyDown(field('新しいフォルダーの名前'), end);
    expect(onMove).not.toHaveBeenCalled();
    fireEvent.keyDown(field('新しいフォルダーの名前'), { key: 'Enter' });
    expect(onMove).toHaveBeenCalledWith('guides/がっか');
  });

  it.each([
    ['guides', 'いまと同じフォルダーです'],
    ['a:b', '「< > : " | ? *」や見えない文字は使えません'],
    ['it/CON', 'Windowsで使えない名前です'],
    ['../x', '先頭の「.」と、前後の空白や終わりの「.」は使えません'],
  ])('[T25] the new folder %j is refused where it is typed', (name, words) => {
    const { onMove } = renderMove();
    write('移す先', '/');
    newName(name);
    expect(screen.getAllByText(words).length).toBeGreaterThan(0);
    press('移す');
    expect(onMove).not.toHaveBeenCalled();
  });

  it('tells what would be cut off, and why it was not moved', async () => {
    renderMove({ referrers: ['Doctor'], onMove: () => Promise.resolve('場所がありません') });
    expect(screen.getByText(/ファイル名でリンクしている1件/)).toBeTruthy();
    write('移す先', 'notes');
    expect(screen.getByText(/このフォルダーにガイドはありません/)).toBeTruthy();
    press('移す');
    await waitFor(() => expect(screen.getByText('場所がありません')).toBeTruthy());
  });
});

describe('the dialog for another file name', () => {
  function renderRename(values: Partial<Parameters<typeof RenameDialog>[0]> = {}) {
    const onRename = vi.fn(() => Promise.resolve<string | undefined>(undefined));
    const onClose = vi.fn();
    render(
      <RenameDialog
        path="guides/nurse.md"
        slug="nurse"
        entries={[nurse, doctor]}
        namedBy={{ byValue: [], byPath: [] }}
        nameOf={(path) => path}
        onRename={onRename}
        onClose={onClose}
        {...values}
      />,
    );
    return { onRename, onClose };
  }
  const enter = (init = {}) => fireEvent.keyDown(field('ファイル名'), { key: 'Enter', ...init });

  it('begins with the name it has, and Enter gives the new one in the same folder', () => {
    const { onRename } = renderRename();
    expect(field('ファイル名').value).toBe('nurse');
    write('ファイル名', 'night_nurse');
    enter();
    expect(onRename).toHaveBeenCalledWith('guides/night_nurse.md', true);
  });

  it('[P9] Enter that ends a conversion does not rename', () => {
    const { onRename } = renderRename();
    write('ファイル名', '看護');
    enter({ isComposing: true });
    enter({ keyCode: 229 });
    expect(onRename).not.toHaveBeenCalled();
    enter();
    expect(onRename).toHaveBeenCalledOnce();
  });

  it('[F22] a name typed with separate marks is given composed', () => {
    const { onRename } = renderRename();
    write('ファイル名', 'か\u3099');
    enter();
    expect(onRename).toHaveBeenCalledWith('guides/が.md', false);
  });

  it.each([
    ['', 'ファイル名を入れてください'],
    ['a/b', '「/」と「\\」は使えません'],
    ['a:b', '「< > : " | ? *」や見えない文字は使えません'],
    ['CON', 'Windowsで使えない名前です'],
    ['.a', '先頭の「.」と、前後の空白や終わりの「.」は使えません'],
    ['長'.repeat(90), '長すぎます。短くしてください'],
    ['Doctor', '「Doctor」がもう使っています'],
  ])('[T25][F21] %j is refused where it is typed', (name, words) => {
    const { onRename } = renderRename();
    write('ファイル名', name);
    expect(screen.getAllByText(words).length).toBeGreaterThan(0);
    enter();
    press('名前を変える');
    expect(onRename).not.toHaveBeenCalled();
  });

  it('[F20] another case of its own name is no collision', () => {
    const { onRename } = renderRename();
    write('ファイル名', 'Nurse');
    enter();
    expect(onRename).toHaveBeenCalledWith('guides/Nurse.md', false);
  });

  it('the URL name follows only where it can and the author wants it', () => {
    const { onRename } = renderRename({
      namedBy: { byValue: ['a', 'b', 'c', 'd', 'e', 'f'], byPath: ['g'] },
    });
    expect(screen.queryByRole('checkbox')).toBeNull();
    write('ファイル名', '看護師');
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.getByText(/URL名は「nurse」のまま/)).toBeTruthy();
    write('ファイル名', 'ward_nurse');
    expect(screen.getByText(/ファイル名でリンクしている1件/)).toBeTruthy();
    // Others name it: another URL name is offered, and not taken for granted.
    expect(screen.queryByText(/6件のガイドは書き換わりません/)).toBeNull();
    fireEvent.click(screen.getByRole('checkbox', { name: 'URL名も「ward_nurse」にする' }));
    expect(screen.getByText(/6件のガイドは書き換わりません: a、b、c、d ほか2件/)).toBeTruthy();
    enter();
    expect(onRename).toHaveBeenCalledWith('guides/ward_nurse.md', true);
  });

  it('the URL name follows unless the author keeps it, where nobody names it', () => {
    const { onRename } = renderRename();
    write('ファイル名', 'ward_nurse');
    fireEvent.click(screen.getByRole('checkbox'));
    enter();
    expect(onRename).toHaveBeenCalledWith('guides/ward_nurse.md', false);
  });

  it('the same name closes, and a failure is said in the dialog', async () => {
    const { onRename, onClose } = renderRename();
    enter();
    expect(onClose).toHaveBeenCalledOnce();
    onRename.mockResolvedValue('同じ名前のファイルがもうあります。');
    write('ファイル名', 'x');
    enter();
    await screen.findByText('同じ名前のファイルがもうあります。');
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe('the dialog for a copy', () => {
  function renderCopy(values: Partial<Parameters<typeof DuplicateDialog>[0]> = {}) {
    type Answer = { readonly field: 'slug' | undefined; readonly text: string } | undefined;
    const onDuplicate = vi.fn(() => Promise.resolve<Answer>(undefined));
    render(
      <DuplicateDialog
        entry={nurse}
        entries={[nurse, doctor, guideEntry('Nurse 2')]}
        fields={[]}
        unsaved={false}
        onDuplicate={onDuplicate}
        onClose={() => undefined}
        {...values}
      />,
    );
    return { onDuplicate };
  }

  it('proposes names that are free, and the URL name follows the name until the author writes one', () => {
    const { onDuplicate } = renderCopy();
    expect([field('名前（英字）').value, field('URL名').value]).toEqual(['Nurse 3', 'nurse_3']);
    write('名前（英字）', ' Ward Nurse ');
    expect(field('URL名').value).toBe('ward_nurse');
    write('URL名', 'ward');
    write('名前（英字）', 'Ward Nurses');
    expect(field('URL名').value).toBe('ward');
    press('複製して開く');
    expect(onDuplicate).toHaveBeenCalledWith({
      name: 'Ward Nurses',
      title: 'Nurseの仕事',
      slug: 'ward',
    });
  });

  it('[F21][T25] refuses names in use and names that no file can have', () => {
    const { onDuplicate } = renderCopy();
    for (const [slug, words] of [
      ['doctor', '「Doctor」がもう使っています'],
      ['nul', 'Windowsで使えない名前です'],
      ['../x', '半角の小文字・数字・_だけで、例: prompt_engineer'],
      ['', 'URL名を入れてください'],
      ['a'.repeat(101), '100文字までにしてください'],
    ] as const) {
      write('URL名', slug);
      expect(screen.getByText(words)).toBeTruthy();
      press('複製して開く');
    }
    expect(onDuplicate).not.toHaveBeenCalled();
  });

  it('a name that was taken meanwhile is said at its field, other failures above', async () => {
    const { onDuplicate } = renderCopy();
    onDuplicate.mockResolvedValueOnce({ field: 'slug', text: 'もうあります。' });
    fireEvent.keyDown(field('タイトル'), { key: 'Enter' });
    await screen.findByText('もうあります。');
    expect(field('URL名').getAttribute('aria-invalid')).toBe('true');
    onDuplicate.mockResolvedValueOnce({ field: undefined, text: '空きがありません。' });
    fireEvent.keyDown(field('タイトル'), { key: 'Enter' });
    await screen.findByText('空きがありません。');
  });

  it('[P9] Enter that ends a conversion makes nothing', () => {
    const { onDuplicate } = renderCopy();
    fireEvent.keyDown(field('タイトル'), { key: 'Enter', isComposing: true });
    fireEvent.keyDown(field('タイトル'), { key: 'Enter', keyCode: 229 });
    expect(onDuplicate).not.toHaveBeenCalled();
  });

  it('says that unsaved text comes along, and asks a plain document for its file name only', () => {
    renderCopy({ unsaved: true, entry: { ...nurse, kind: 'other', slug: '' } });
    expect(screen.getByText(/保存していない変更も写します/)).toBeTruthy();
    expect(screen.queryByLabelText('タイトル')).toBeNull();
    expect(field('ファイル名').value).toBe('nurse_3');
  });
});

describe('the dialog before a guide goes to the trash', () => {
  it('lists who names it and says what stays', async () => {
    const onTrash = vi.fn(() => Promise.resolve<string | undefined>('ありません。'));
    const onClose = vi.fn();
    render(<TrashDialog name="Nurse" referrers={['A', 'B']} onTrash={onTrash} onClose={onClose} />);
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['A', 'B']);
    expect(screen.getByText(/画像とほかのガイドはそのまま/)).toBeTruthy();
    press('ごみ箱に移す');
    press('ごみ箱に移す');
    await waitFor(() => expect(screen.getByText('ありません。')).toBeTruthy());
    expect(onTrash).toHaveBeenCalledOnce();
    press('やめる');
    expect(onClose).toHaveBeenCalledOnce();
  });
});
