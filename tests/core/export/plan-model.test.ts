import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createManifest, type ManifestEntry } from '#core/export/manifest';
import { makePlan } from '#core/export/make-plan';
import { manifestAfter, selectItems } from '#core/export/selection';
import { badGuide, guide, hash, inputOf } from './plan-fixtures.ts';

const slugs = ['a', 'b', 'c'] as const;
type Slug = (typeof slugs)[number];
const pathOf = (slug: Slug): string => `guides/${slug}.md`;

type Step =
  | { type: 'edit'; slug: Slug; version: number; valid: boolean; relations: Slug[] }
  | { type: 'delete'; slug: Slug }
  | { type: 'export'; leaveOut: Slug[] }
  | { type: 'hand'; slug: Slug; content: string | null }
  | { type: 'lose-manifest' };

const slug = fc.constantFrom(...slugs);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constant('edit' as const),
    slug,
    version: fc.integer({ min: 1, max: 3 }),
    valid: fc.boolean(),
    relations: fc.uniqueArray(slug, { maxLength: 2 }),
  }),
  fc.record({ type: fc.constant('delete' as const), slug }),
  fc.record({
    type: fc.constant('export' as const),
    leaveOut: fc.uniqueArray(slug, { maxLength: 1 }),
  }),
  fc.record({
    type: fc.constant('hand' as const),
    slug,
    content: fc.constantFrom('by hand', null),
  }),
  fc.record({ type: fc.constant('lose-manifest' as const) }),
);

interface Source {
  content: string;
  valid: boolean;
  relations: Slug[];
}

/** The site as a map, the workspace as a map, and the manifest: what exports may do, said naively. */
class Reference {
  readonly workspace = new Map<Slug, Source>();
  readonly site = new Map<string, string>();
  manifest: ReadonlyMap<string, ManifestEntry> | undefined;
  /** What each exported content related to. */
  readonly relationsOf = new Map<string, Slug[]>();

  plan() {
    const guides = [...this.workspace].map(([name, { content, valid, relations }]) => {
      const exists = relations.filter((one) => one !== name);
      const dangling = exists.some((one) => !this.workspace.has(one));
      return (valid && !dangling ? guide : badGuide)(name, content, { relations: exists });
    });
    const refers = Object.fromEntries(
      [...this.site].map(([path, content]) => [
        path,
        { relations: this.relationsOf.get(content) ?? [] },
      ]),
    );
    const input = inputOf(guides, [], { files: Object.fromEntries(this.site), refers });
    return makePlan({ ...input, manifest: this.manifest && createManifest(this.manifest) });
  }

  /** Applies the plan and checks what no export may do; gives how many files it touched. */
  export(leaveOut: string[]): number {
    const items = this.plan();
    const before = new Map(this.site);
    const owned = this.manifest ?? new Map<string, ManifestEntry>();
    const selection = selectItems(items, leaveOut);
    for (const item of selection.write) {
      const source = this.workspace.get(item.label as Slug);
      expect(source?.valid).toBe(true);
      const there = before.get(item.target);
      // X3: only nothing, or bytes that the manifest says are ours, are ever replaced.
      if (there !== undefined) expect(owned.get(item.target)?.sha256).toBe(hash(there));
      expect(leaveOut).not.toContain(item.target);
      this.site.set(item.target, source?.content ?? '');
    }
    for (const item of selection.remove) {
      expect(owned.get(item.target)?.sha256).toBe(hash(before.get(item.target) ?? ''));
      expect(this.workspace.has(item.target.slice(7, 8) as Slug)).toBe(false);
      this.site.delete(item.target);
    }
    this.manifest = manifestAfter(owned, items, selection, (path) => before.has(path));
    // Nothing that this export wrote relates to a guide that the site does not have.
    for (const item of selection.write) {
      for (const one of this.relationsOf.get(this.site.get(item.target) ?? '') ?? []) {
        if (one !== item.label) expect([...this.site.keys()]).toContain(pathOf(one));
      }
    }
    // Nothing on the site still relates to what this export removed.
    for (const item of selection.remove) {
      for (const content of this.site.values()) {
        expect(this.relationsOf.get(content) ?? []).not.toContain(item.target.slice(7, 8));
      }
    }
    // What is valid, not left out, and stands on its own always reaches the site.
    for (const [name, source] of this.workspace) {
      const path = pathOf(name);
      const free = !before.has(path) || owned.get(path)?.sha256 === hash(before.get(path) ?? '');
      if (source.valid && source.relations.length === 0 && free && !leaveOut.includes(path)) {
        expect(this.site.get(path)).toBe(source.content);
      }
    }
    return selection.write.length + selection.remove.length;
  }
}

test('[X3] [X5] any sequence of edits, exports and changes by hand keeps what others wrote, and a second export does nothing', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const model = new Reference();
      for (const one of steps) {
        if (one.type === 'edit') {
          const content = `${one.slug}${one.version}${one.relations.join('')}`;
          model.workspace.set(one.slug, { ...one, content });
          model.relationsOf.set(content, one.relations);
        } else if (one.type === 'delete') model.workspace.delete(one.slug);
        else if (one.type === 'lose-manifest') model.manifest = undefined;
        else if (one.type === 'hand') {
          if (one.content === null) model.site.delete(pathOf(one.slug));
          else model.site.set(pathOf(one.slug), one.content);
        } else {
          const leaveOut = one.leaveOut.map(pathOf);
          model.export(leaveOut);
          const { manifest } = model;
          expect(model.export(leaveOut)).toBe(0);
          expect(model.manifest).toEqual(manifest);
        }
      }
    }),
    { numRuns: 1500 },
  );
});
