import type { Node } from 'jsonc-parser';
import type { DetailsEdit } from './details-edit.ts';
import type { PlannedStep } from './edit-steps.ts';
import type { JsonSource } from './json-changes.ts';

const raw = ({ text }: JsonSource, node: Node): string =>
  text.slice(node.offset, node.offset + node.length);

/** Whether every value but those a step is about is written exactly as before, byte for byte (P1). */
export function othersUntouched(
  before: JsonSource,
  after: JsonSource,
  { path, children }: PlannedStep,
): boolean {
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
  return (
    nows.length === children.length &&
    nows.every((child, i) => {
      const origin = children[i];
      const former = origin === undefined ? undefined : olds[origin];
      return origin === undefined || (former && raw(before, former) === raw(after, child));
    })
  );
}

type Container = readonly unknown[] | Readonly<Record<string, unknown>>;

function changeContainer(container: Container, edit: DetailsEdit, key: string): unknown {
  if (!Array.isArray(container)) {
    const { [key]: _former, ...others } = container as Readonly<Record<string, unknown>>;
    return edit.kind === 'set' ? { ...others, [key]: edit.value } : others;
  }
  const list: readonly unknown[] = container;
  switch (edit.kind) {
    case 'set':
      return list.toSpliced(key === '-' ? list.length : Number(key), 1, edit.value);
    case 'unset':
      return list.toSpliced(Number(key), 1);
    case 'insert-item':
      return list.toSpliced(edit.index, 0, edit.value);
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
  const onContainer = edit.kind === 'set' || edit.kind === 'unset' ? 1 : 0;
  if (segments.length === onContainer) return changeContainer(container, edit, key);
  if (Array.isArray(container)) {
    return container.map((item: unknown, index) =>
      String(index) === key ? expectedData(item, edit, rest) : item,
    );
  }
  const object = container as Readonly<Record<string, unknown>>;
  return { ...object, [key]: expectedData(object[key], edit, rest) };
}
