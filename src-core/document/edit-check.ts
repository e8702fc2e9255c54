import type { Node } from 'jsonc-parser';
import type { DetailsEdit } from './details-edit.ts';
import type { JsonSource } from './json-changes.ts';
import type { PlannedStep } from './plan-step.ts';

const raw = ({ text }: JsonSource, node: Node): string =>
  text.slice(node.offset, node.offset + node.length);

/**
 * Whether an edit of the text keeps to its place: within the value it replaces, or between the
 * children of its container that stay, whose commas and blanks stay as well (P1).
 */
export function staysInPlace(before: JsonSource, { edit, path, children }: PlannedStep): boolean {
  let node: Node | undefined = before.root;
  for (const index of path) {
    const child: Node | undefined = node?.children?.[index];
    node = node?.type === 'object' ? child?.children?.[1] : child;
  }
  if (!node) return false;
  const [from, to] = [node.offset, node.offset + node.length];
  if (!children) return edit.from >= from && edit.to <= to;
  // The brackets stay. A child may be touched only where the step takes it out or moves it.
  if (edit.from <= from || edit.to >= to) return false;
  const olds = node.children ?? [];
  const sameLength = children.length === olds.length;
  const mayChange = (index: number): boolean =>
    !children.includes(index) || (sameLength && children[index] !== index);
  const overlapsOthers = olds.some(
    ({ offset, length }, index) =>
      edit.from < offset + length && edit.to > offset && !mayChange(index),
  );
  const isNew = children.length > olds.length;
  return !overlapsOthers && (!isNew || olds.length === 0 || edit.from === edit.to);
}

/** Whether every value but those a step is about is written exactly as before, byte for byte (P1). */
export function othersUntouched(
  before: JsonSource,
  after: JsonSource,
  { path, children }: PlannedStep,
): boolean {
  // On the way down everything beside the path must be the same, names on the path included.
  let old = before.root;
  let now = after.root;
  for (const index of path) {
    const olds = old.children ?? [];
    const nows = now.children ?? [];
    if (old.type !== now.type || olds.length !== nows.length) return false;
    const same = olds.every((child, i) => {
      const other = nows[i];
      if (!other) return false;
      if (i !== index) return raw(before, child) === raw(after, other);
      const [key, otherKey] = [child.children?.[0], other.children?.[0]];
      if (child.type !== 'property') return true;
      return key && otherKey && raw(before, key) === raw(after, otherKey);
    });
    const [child, other] = [olds[index], nows[index]];
    const [oldNext, nowNext] =
      old.type === 'object' ? [child?.children?.[1], other?.children?.[1]] : [child, other];
    if (!same || !oldNext || !nowNext) return false;
    old = oldNext;
    now = nowNext;
  }
  if (!children) return true;
  const olds = old.children ?? [];
  const nows = now.children ?? [];
  // Where items change places, what parts them stays where it is.
  const gap = ({ text }: JsonSource, list: readonly Node[], i: number): string =>
    text.slice((list[i - 1]?.offset ?? 0) + (list[i - 1]?.length ?? 0), list[i]?.offset);
  const gapsStay =
    olds.length !== nows.length ||
    olds.every((_, i) => i === 0 || gap(before, olds, i) === gap(after, nows, i));
  return (
    gapsStay &&
    nows.length === children.length &&
    nows.every((child, i) => {
      const origin = children[i];
      const former = origin === undefined ? undefined : olds[origin];
      return origin === undefined || (former && raw(before, former) === raw(after, child));
    })
  );
}

type Container = readonly unknown[] | Readonly<Record<string, unknown>>;

const valueOf = (edit: { readonly value: unknown } | { readonly json: string }): unknown =>
  'json' in edit ? JSON.parse(edit.json) : edit.value;

/** A list or object after an edit of one of its children. */
function changeContainer(container: Container, edit: DetailsEdit, key: string): unknown {
  if (!Array.isArray(container)) {
    const { [key]: _former, ...others } = container as Readonly<Record<string, unknown>>;
    return 'value' in edit || 'json' in edit ? { ...others, [key]: valueOf(edit) } : others;
  }
  const list: readonly unknown[] = container;
  switch (edit.kind) {
    case 'set':
    case 'set-json':
      return list.toSpliced(Number(key), 1, valueOf(edit));
    case 'unset':
      return list.toSpliced(Number(key), 1);
    case 'insert-item':
      return list.toSpliced(edit.index, 0, edit.value);
    case 'copy-item':
      return list.toSpliced(edit.index + 1, 0, list[edit.index]);
    case 'remove-item':
      return list.toSpliced(edit.index, 1);
    case 'move-item':
      return list.toSpliced(edit.from, 1).toSpliced(edit.to, 0, list[edit.from]);
  }
}

/** The values as they must be after an edit: it is done once more on plain data, knowing nothing of text. */
export function expectedData(
  data: unknown,
  edit: DetailsEdit,
  segments: readonly string[],
): unknown {
  const [key = '', ...rest] = segments;
  const container = data as Container;
  const onContainer = ['set', 'set-json', 'unset'].includes(edit.kind) ? 1 : 0;
  if (segments.length === onContainer) return changeContainer(container, edit, key);
  if (Array.isArray(container)) {
    return container.map((item: unknown, index) =>
      String(index) === key ? expectedData(item, edit, rest) : item,
    );
  }
  const object = container as Readonly<Record<string, unknown>>;
  return { ...object, [key]: expectedData(object[key], edit, rest) };
}
