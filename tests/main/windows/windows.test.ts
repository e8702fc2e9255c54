import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createCloseGuard } from '../../../src-main/windows/close-guard.ts';
import { parseLaunchArguments } from '../../../src-main/windows/launch-arguments.ts';
import { placeWindow } from '../../../src-main/windows/place-window.ts';
import { fakeWindow } from '../../support/fake-window.ts';

describe('the command line', () => {
  const parse = (args: readonly string[], skipFirst = false) =>
    parseLaunchArguments(['electron', ...args], { cwd: '/home/a', skipFirst });

  it('names one folder, relative to where it was given', () => {
    expect(parse(['guides'])).toEqual({ folder: '/home/a/guides', keep: false });
    expect(parse(['/x/y', '/z'])).toEqual({ folder: '/x/y', keep: false });
    expect(parse(['.', 'guides'], true)).toEqual({ folder: '/home/a/guides', keep: false });
    expect(parse(['--inspect=0', '.', '--no-sandbox'], true)).toEqual({ keep: false });
  });

  it('asks for a picture', () => {
    expect(parse(['--shot=out/a.png', '--keep', 'g'])).toEqual({
      folder: '/home/a/g',
      shot: '/home/a/out/a.png',
      keep: true,
    });
    expect(parse(['--shot=/etc/passwd']).shot).toBeUndefined();
    expect(parse(['--shot=']).shot).toBeUndefined();
  });

  it.each([
    ...['app://open?path=/etc', 'shirube://x', 'file:///etc', 'https://a.test', 'javascript:x', ''],
    ...['--gpu-launcher=calc', '-x', '--', 'a\0b', '--load-extension=/x', 'x'.repeat(5000)],
  ])('[T53] takes no folder from %j', (argument) => {
    expect(parse([argument]).folder).toBeUndefined();
  });
});

describe('the place of a window', () => {
  const display = { x: 0, y: 0, width: 1920, height: 1080 };
  const second = { x: 1920, y: 0, width: 1280, height: 1024 };

  it('is in the middle of the main display the first time', () => {
    expect(placeWindow(undefined, [display], display)).toEqual({
      x: 240,
      y: 90,
      width: 1440,
      height: 900,
    });
    const small = { x: 0, y: 0, width: 1280, height: 720 };
    expect(placeWindow(undefined, [small], small)).toEqual(small);
  });

  it('is where it was, on the second display too', () => {
    const before = { x: 2000, y: 50, width: 1000, height: 700 };
    expect(placeWindow(before, [display, second], display)).toEqual(before);
  });

  it('is moved and shrunk onto the display it mostly was on', () => {
    const before = { x: 2900, y: -40, width: 1600, height: 2000 };
    expect(placeWindow(before, [display, second], display)).toEqual({
      x: 1920,
      y: 0,
      width: 1280,
      height: 1024,
    });
  });

  it('is on the main display where its own is gone', () => {
    const before = { x: 2000, y: 50, width: 1000, height: 700 };
    expect(placeWindow(before, [display], display)).toMatchObject({ x: 240, width: 1440 });
  });
});

describe('closing a window', () => {
  function guarded(unsaved: readonly string[], isKept = false) {
    const window = fakeWindow();
    window.unsaved = unsaved;
    const said: string[] = [];
    const guard = createCloseGuard({
      window,
      locale: async () => 'ja',
      keepAll: async () => isKept,
      wait: () => delay(0),
      close: () => said.push(`close ${guard.mayClose()}`),
      stay: () => said.push('stay'),
    });
    return { window, guard, said };
  }
  const settled = () => delay(400);

  it('with everything saved needs no question', () => {
    const { guard, window } = guarded([]);
    expect([guard.mayClose(), window.questions]).toEqual([true, []]);
  });

  it('[F28] needs no question where the journal holds what is not saved', async () => {
    const { guard, window, said } = guarded(['a.md'], true);
    expect(guard.mayClose()).toBe(false);
    await delay(5);
    expect(said).toEqual([]);
    // The page has sent its last keystrokes.
    window.unsaved = ['a.md'];
    await settled();
    expect([said, window.questions]).toEqual([['close true'], []]);
    expect(window.events).toEqual([{ event: 'window.closing', value: { saveFirst: false } }]);
  });

  it('asks once, however often it is tried', async () => {
    const { guard, window, said } = guarded(['a.md', 'b.md']);
    window.answers.push(2);
    expect([guard.mayClose(), guard.mayClose()]).toEqual([false, false]);
    await settled();
    expect(window.questions.map(({ message }) => message)).toEqual([
      '保存していないガイドが2件あります',
    ]);
    expect(window.questions[0]?.buttons).toEqual(['保存して閉じる', '保存せずに閉じる', 'やめる']);
    expect(said).toEqual(['stay']);
  });

  it('closes without saving when told to', async () => {
    const { guard, window, said } = guarded(['a.md']);
    window.answers.push(1);
    guard.mayClose();
    await settled();
    expect(said).toEqual(['close true']);
    expect(window.events).toEqual([{ event: 'window.closing', value: { saveFirst: false } }]);
  });

  it('saves first, and closes when the page has saved', async () => {
    const { guard, window, said } = guarded(['a.md']);
    window.answers.push(0);
    guard.mayClose();
    await expect
      .poll(() => window.events.at(-1))
      .toEqual({ event: 'window.closing', value: { saveFirst: true } });
    expect(said).toEqual([]);
    window.unsaved = [];
    await settled();
    expect(said).toEqual(['close true']);
  });

  it.each([
    [0, 'stay'],
    [1, 'close true'],
  ])(
    '[F60] when saving does not come to an end, the author decides (%i)',
    async (answer, result) => {
      const { guard, window, said } = guarded(['a.md']);
      window.answers.push(0, answer);
      guard.mayClose();
      await expect.poll(() => said, { timeout: 5_000 }).toEqual([result]);
      expect(window.questions[1]?.buttons).toEqual(['ウィンドウに戻る', '保存せずに閉じる']);
    },
  );

  it('[F60] asks where the disk does not take in ten seconds what is not saved', async () => {
    const window = fakeWindow();
    window.unsaved = ['a.md'];
    window.answers.push(1);
    const waits: number[] = [];
    const said: string[] = [];
    const guard = createCloseGuard({
      window,
      locale: async () => 'ja',
      keepAll: () => new Promise(() => undefined),
      wait: (ms) => {
        waits.push(ms);
        return delay(0);
      },
      close: () => said.push('close'),
      stay: () => said.push('stay'),
    });
    guard.mayClose();
    await expect.poll(() => said).toEqual(['close']);
    expect(window.questions.map(({ buttons }) => buttons[1])).toEqual(['保存せずに閉じる']);
    expect(Math.max(...waits)).toBe(10_000);
  });

  it('stays open when the question itself cannot be asked', async () => {
    const { guard, said } = guarded(['a.md']);
    guard.mayClose();
    await settled();
    expect(said).toEqual(['stay']);
  });
});
