import { useState } from 'react';
import { joinPointer, parsePointer, valueAt } from '#core/document/pointer';
import { formListMessages } from '#core/messages/form-lists';
import type { FieldModel } from '#core/schema/field-model';
import { newItem } from '#core/schema/new-value';
import { announce } from '../../stores/announce-store.ts';
import { useText } from '../../stores/use-text.ts';
import { useForm } from './form-context.ts';
import { findingsAt, isWithin } from './form-model.ts';
import { useFocusAfter } from './use-focus-after.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useVisit } from './use-visit.ts';

const noRows: readonly unknown[] = [];
/** Key of no row: the author has closed the one that was open. */
const closed = -1;

/** The rows of a list of groups: which one is open, and everything that is done to them, each told to screen readers. */
export function useObjectRows(
  field: FieldModel,
  pointer: string,
  focusRow: (index: number) => void,
) {
  const text = useText(formListMessages);
  const { parsed, change, diagnostics, focusAfter } = useForm();
  const value = valueAt(parsed.data, pointer);
  const rows: readonly unknown[] = Array.isArray(value) ? value : noRows;
  const rowKeys = useRowKeys(rows);
  const { keys } = rowKeys;
  const [openKey, setOpenKey] = useState<number>();
  const focusLater = useFocusAfter(focusRow);
  const hasError = (index: number): boolean =>
    findingsAt(diagnostics, joinPointer(pointer, index), true).some(
      ({ severity }) => severity === 'error',
    );
  // Until the author opens or closes one, the first row with an error is open.
  const open =
    openKey === undefined ? rows.findIndex((_, index) => hasError(index)) : keys.indexOf(openKey);

  useVisit((visited) => {
    if (visited === pointer || !isWithin(visited, pointer)) return;
    const depth = parsePointer(pointer)?.length ?? 0;
    const key = keys[Number(parsePointer(visited)?.[depth])];
    if (key !== undefined) setOpenKey(key);
  });

  const { length: count } = rows;
  return {
    rows,
    keys,
    open,
    toggle: (index: number, show = index !== open): void => setOpenKey(show ? keys[index] : closed),
    move(from: number, to: number): void {
      if (to < 0 || to >= count) return;
      // What is open without having been opened stays so in its new place.
      if (openKey === undefined && open !== -1) setOpenKey(keys[open]);
      rowKeys.move(from, to);
      focusLater(to);
      change({ kind: 'move-item', pointer, from, to });
      announce(text('movedTo', { to: to + 1, count }));
    },
    add(variant: number): void {
      setOpenKey(rowKeys.insert(count));
      const item = newItem(field, variant);
      if (value === undefined) change({ kind: 'set', pointer, value: [item] });
      else change({ kind: 'insert-item', pointer, index: count, value: item });
      const children = field.itemVariants?.[variant]?.field.children ?? field.children;
      const [first] = children?.filter((child) => child.const === undefined) ?? [];
      const row = joinPointer(pointer, count);
      focusAfter(first ? joinPointer(row, first.name) : row);
      announce(text('added', { index: count + 1, count: count + 1 }));
    },
    copy(index: number): void {
      setOpenKey(rowKeys.insert(index + 1));
      focusLater(index + 1);
      change({ kind: 'copy-item', pointer, index });
      announce(text('copied', { index: index + 2, count: count + 1 }));
    },
    remove(index: number): void {
      const key = rowKeys.remove(index);
      if (openKey === key || open === index) setOpenKey(closed);
      focusLater(index < count - 1 ? index : index - 1);
      change({ kind: 'remove-item', pointer, index });
      announce(text('removed', { index: index + 1, count: count - 1 }));
    },
  };
}
