import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '#core/ipc/contract';
import { type Method, methods } from '#core/ipc/methods';
import { createAnswer } from '../../../src-main/ipc/answer-request.ts';
import { type Handlers, succeed } from '../../../src-main/ipc/handlers.ts';
import { isWithinLimits } from '../../../src-main/ipc/value-size.ts';
import { fakeWindow } from '../../support/fake-window.ts';
import { keptLog } from '../../support/kept-log.ts';

type Handle = (params: unknown) => Promise<Result<unknown>>;

function answerWith(handle: Handle) {
  const { log, lines } = keptLog();
  const handlers = Object.fromEntries(methods.map((method) => [method, handle]));
  return { answer: createAnswer(handlers as unknown as Handlers, log), lines };
}

const saved = { path: 'a.md', text: 'text', bom: false, baseHash: null };

describe('answering a request', () => {
  it('hands the handler what fits the contract, without what it does not know', async () => {
    const seen: unknown[] = [];
    const { answer } = answerWith(async (params) => {
      seen.push(params);
      return succeed(null);
    });
    const params = { ...saved, more: 1, ['__proto__']: { polluted: true } };
    expect(await answer(fakeWindow(), 'guide.save', params)).toEqual({ ok: true, value: null });
    expect(seen).toEqual([saved]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('[T44] refuses unknown requests, wrong types and names of Object.prototype', async () => {
    const { answer } = answerWith(async () => succeed(null));
    for (const method of [
      'nope',
      '',
      'constructor',
      '__proto__',
      'toString',
      5,
      null,
      undefined,
      {},
      ['app.info'],
    ]) {
      expect(await answer(fakeWindow(), method, undefined)).toMatchObject({
        failure: { code: 'bad-request' },
      });
    }
    for (const params of [undefined, null, 1, 'x', [], { path: 1 }, { ...saved, bom: 'no' }]) {
      expect(await answer(fakeWindow(), 'guide.save', params)).toMatchObject({
        failure: { code: 'bad-request' },
      });
    }
  });

  it('[T44] refuses what is too large before it is looked at', async () => {
    const { answer } = answerWith(async () => succeed(null));
    const huge = { ...saved, text: 'x'.repeat(25 * 1024 * 1024) };
    expect(await answer(fakeWindow(), 'guide.save', huge)).toMatchObject({
      failure: { code: 'too-large' },
    });
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    expect(isWithinLimits(cycle)).toBe(false);
    expect(isWithinLimits({ paths: Array.from({ length: 300_000 }, () => '') })).toBe(false);
    expect(isWithinLimits(new Uint16Array(1))).toBe(false);
    expect(isWithinLimits(saved)).toBe(true);
  });

  it('[T44] keeps the requests of a window that are under way in bounds', async () => {
    const { answer } = answerWith(() => new Promise(() => undefined));
    const window = fakeWindow();
    for (let count = 0; count < 500; count += 1) void answer(window, 'app.info', undefined);
    expect(await answer(window, 'app.info', undefined)).toMatchObject({
      failure: { code: 'bad-request' },
    });
    let answered = false;
    void answer(fakeWindow(2), 'app.info', undefined).then(() => (answered = true));
    await new Promise(setImmediate);
    expect(answered).toBe(false);
  });

  it('[T44][T64] answers anything at all with a result, and logs no text', async () => {
    const { answer, lines } = answerWith(async (params) => {
      throw new Error(`sentinel ${JSON.stringify(params)}`);
    });
    const hostile = fc.oneof(
      fc.anything({
        withNullPrototype: true,
        withTypedArray: true,
        withMap: true,
        withSparseArray: true,
      }),
      fc.record(
        {
          path: fc.oneof(fc.string(), fc.constantFrom('../x', '\0', '__proto__')),
          text: fc.string(),
          bom: fc.boolean(),
          baseHash: fc.constantFrom(null, 'sentinel'),
          version: fc.integer(),
          changes: fc.array(fc.record({ from: fc.nat(), to: fc.nat(), insert: fc.string() })),
          root: fc.string(),
          url: fc.string(),
          ['__proto__']: fc.anything(),
        },
        { requiredKeys: [] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom<Method>(...methods), hostile, async (method, params) => {
        const result = await answer(fakeWindow(), method, params);
        expect(result.ok).toBe(false);
      }),
      { numRuns: 10_000 },
    );
    await answer(fakeWindow(), 'guide.save', { ...saved, text: 'sentinel' });
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.includes('sentinel'))).toEqual([]);
  }, 60_000);
});
