import { existsSync, linkSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../src-main/files/hash.ts';
import { createSaver, sweepTemporaries } from '../../src-main/files/saver.ts';
import { createHistory } from '../../src-main/services/history.ts';
import { createJournal, type Journal } from '../../src-main/services/journal.ts';
import { createLog } from '../../src-main/services/log.ts';
import { journalBase, typedChange } from '../support/journal-fixture.ts';
import { createExt4Volume, type Ext4Volume } from './ext4-volume.ts';
import { numberedText, numberOf } from './numbered-text.ts';
import type { Random } from './random.ts';
import { createWatchedDisk, type WatchedDisk } from './watched-disk.ts';

/** A program that writes, and what must be there after a power cut. */
export interface CutProgram {
  readonly name: string;
  /** Prepares a fresh volume; gives what writes once more, and what looks at a volume after a cut. */
  start(folder: string, disk: WatchedDisk): Promise<CutSubject>;
}

interface CutSubject {
  /** Writes something new; settles when it is acknowledged. */
  write(): Promise<void>;
  /**
   * What is wrong in a copy of the volume, in words; `undefined` where nothing is. `acknowledged` says that the
   * last write was acknowledged before the cut; else what was there before it is right too.
   */
  look(folder: string, acknowledged: boolean): Promise<string | undefined>;
}

/** A file that is saved over and over; where `name` has a link, through it. */
function saves(name: string, expected: 'hash' | 'any' | 'new', link = false): CutProgram {
  return {
    name,
    async start(folder, { disk }) {
      const saver = createSaver({ disk });
      mkdirSync(join(folder, 'real'));
      if (link) symlinkSync('real/a.md', join(folder, 'a.md'));
      const nameOf = (number: number): string => (expected === 'new' ? `${number}.md` : 'a.md');
      let number = 1;
      if (expected !== 'new') {
        const first = join(folder, link ? 'real/a.md' : 'a.md');
        await createSaver().save({
          path: first,
          bytes: Buffer.from(numberedText(1)),
          expected: null,
        });
      }
      return {
        async write() {
          number += 1;
          const path = join(folder, nameOf(number));
          const base = hashOf(numberedText(number - 1));
          const outcome = await saver.save({
            path,
            bytes: Buffer.from(numberedText(number)),
            expected: { hash: base, any: 'any' as const, new: null }[expected],
          });
          if (!outcome.ok) throw new Error(`save: ${outcome.failure.code}`);
          if (outcome.warnings) throw new Error(`save: ${outcome.warnings.join()}`);
        },
        async look(copy, acknowledged) {
          for (const one of [copy, join(copy, 'real')]) await sweepTemporaries(one, 0);
          const names = readdirSync(copy).filter((one) => one.endsWith('.md'));
          const found = names.map((one) => numberOf(readFileSync(join(copy, one), 'utf8')));
          if (found.includes(undefined)) return 'a file is torn';
          if (expected === 'new' && names.some((one, at) => one !== `${found[at]}.md`)) {
            return 'a file has the text of another';
          }
          const newest = Math.max(0, ...found.map(Number));
          if (newest === number || (!acknowledged && newest === number - 1)) return undefined;
          // The first file of all may not be there before the acknowledgement.
          if (!acknowledged && expected === 'new' && number === 2 && newest === 0) return undefined;
          return `has ${newest}, ${acknowledged ? number : number - 1} is lost`;
        },
      };
    },
  };
}

/** A file under two names that is written into, once what lay there is kept beside it. */
const inPlace: CutProgram = {
  name: 'save under two names, into the file itself',
  async start(folder, { disk }) {
    const saver = createSaver({ disk });
    const path = join(folder, 'a.md');
    const copy = (number: number): string => `copy-${number}`;
    await createSaver().save({ path, bytes: Buffer.from(numberedText(1)), expected: null });
    linkSync(path, join(folder, 'b.md'));
    let number = 1;
    return {
      async write() {
        const former = number;
        number += 1;
        const backUp = async (bytes: Uint8Array): Promise<boolean> =>
          (await saver.save({ path: join(folder, copy(former)), bytes, expected: 'any' })).ok;
        const request = { path, bytes: Buffer.from(numberedText(number)), names: { backUp } };
        const expected = hashOf(numberedText(former));
        const outcome = await saver.save({ ...request, expected });
        if (!outcome.ok) throw new Error(`save: ${outcome.failure.code}`);
      },
      async look(cut, acknowledged) {
        const read = (name: string): number | undefined =>
          existsSync(join(cut, name)) ? numberOf(readFileSync(join(cut, name), 'utf8')) : undefined;
        if (read('a.md') !== read('b.md')) return 'the names are not one file any more';
        if (read('a.md') === number) return undefined;
        if (acknowledged) return `has ${read('a.md')}, ${number} is lost`;
        // Half done, which no way of writing into a file can help: the former text is whole beside it.
        const isKept = read('a.md') === number - 1 || read(copy(number - 1)) === number - 1;
        return isKept ? undefined : `${number - 1} is lost`;
      },
    };
  },
};

const place = { id: '0123456789abcdef', root: '/somewhere' };
const log = createLog(() => undefined);

function openJournal(folder: string, { disk }: Pick<WatchedDisk, 'disk'>): Journal {
  const nothing = (): void => undefined;
  return createJournal({
    folders: [join(folder, 'recovery')],
    ...{ saver: createSaver({ disk }), now: Date.now, later: nothing, log },
    ...{ onFailing: nothing, onLong: nothing, onGivenUp: nothing },
  });
}

/** A journal to which a change is added each time; every third time, it begins a new generation. */
const journal: CutProgram = {
  name: 'journal, with generations that take turns',
  async start(folder, disk) {
    const own = openJournal(folder, disk);
    let [number, version] = [0, 0];
    return {
      async write() {
        number += 1;
        version += 1;
        if (number % 3 === 1) {
          version = 0;
          const base = { base: journalBase(String(number), { unsaved: true }), version };
          own.open(place, 'a.md', { ...base, resumes: false });
        } else own.change(place, 'a.md', version, typedChange(0, `${number} `));
        if (!(await own.flush())) throw new Error('journal: not written');
      },
      async look(copy, acknowledged) {
        const next = openJournal(copy, createWatchedDisk());
        const kept = await next.take(place, 'a.md');
        const last = kept?.changes.at(-1)?.edits[0]?.insert ?? kept?.base.text ?? '0';
        const newest = Number(last);
        if (newest === number || (!acknowledged && newest === number - 1)) return undefined;
        return `has ${newest}, ${acknowledged ? number : number - 1} is lost`;
      },
    };
  },
};

/** A history that keeps one more version each time. */
const history: CutProgram = {
  name: 'history',
  async start(folder, { disk }) {
    const open = (at: string, saver = createSaver({ disk })) =>
      createHistory({
        ...{ folder: join(at, 'history'), saver, now: Date.now, log },
        ...{ limit: 2 ** 30, onFailing: () => undefined },
      });
    const own = open(folder);
    let number = 0;
    return {
      async write() {
        number += 1;
        await own.keep(place, 'a.md', Buffer.from(numberedText(number)), 'save');
      },
      async look(copy, acknowledged) {
        const next = open(copy, createSaver());
        const versions = await next.list(place, 'a.md');
        const found = new Set<number>();
        for (const { id } of versions) {
          const bytes = await next.read(place, 'a.md', id);
          const of = bytes && numberOf(Buffer.from(bytes).toString('utf8'));
          if (of === undefined) return `version ${id} is torn`;
          found.add(of);
        }
        const must = acknowledged ? number : number - 1;
        for (let one = 1; one <= must; one += 1) if (!found.has(one)) return `${one} is lost`;
        return undefined;
      },
    };
  },
};

/** Everything that acknowledges something to the author. */
export const cutPrograms: readonly CutProgram[] = [
  saves('save over the text that was read', 'hash'),
  saves('save over whatever is there', 'any'),
  saves('save through a link', 'hash', true),
  saves('save of a new file', 'new'),
  inPlace,
  journal,
  history,
];

/** What cutting the power over and over showed. */
export interface PowerCuts {
  readonly cuts: number;
  /** Of these, just after an acknowledgement. */
  readonly afterAcknowledgement: number;
  /** What must not be, in words; empty. */
  readonly problems: readonly string[];
}

/** Writes so much on one volume before the next is made. */
const writesPerVolume = 12;

/** Lets a program write, and cuts the power at a random call to the disk or just after the acknowledgement. */
export async function cutPower(
  program: CutProgram,
  { count, random }: { readonly count: number; readonly random: Random },
): Promise<PowerCuts> {
  const problems: string[] = [];
  let [cuts, afterAcknowledgement] = [0, 0];
  let volume: Ext4Volume | undefined;
  while (cuts < count && problems.length < 10) {
    volume = createExt4Volume();
    try {
      const disk = createWatchedDisk();
      const subject = await program.start(volume.folder, disk);
      const cut = async (at: string): Promise<void> => {
        cuts += 1;
        const isAfter = at === 'the acknowledgement';
        if (isAfter) afterAcknowledgement += 1;
        const wrong = await volume?.cut((copy) => subject.look(copy, isAfter));
        if (wrong !== undefined) problems.push(`${program.name}, cut at ${at}: ${wrong}`);
      };
      let calls = 0;
      for (let write = 0; write < writesPerVolume && cuts < count; write += 1) {
        // Half of the cuts come just after the acknowledgement; the first write tells how many calls there are.
        let left = write === 0 || random.below(2) === 0 ? Infinity : random.below(calls);
        const isAfter = left === Infinity;
        calls = 0;
        disk.before = async (call) => {
          calls += 1;
          left -= 1;
          if (left === -1) await cut(call);
        };
        await subject.write();
        disk.before = () => undefined;
        if (isAfter) await cut('the acknowledgement');
      }
    } finally {
      volume.remove();
    }
  }
  return { cuts, afterAcknowledgement, problems };
}
