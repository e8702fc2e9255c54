import { useState } from 'react';
import { useForm, type Visit } from './form-context.ts';

/** Lets what hides values open before one of them is visited: `open` is called with its pointer, while rendering. */
export function useVisit(open: (pointer: string) => void): void {
  const { visit } = useForm();
  const [seen, setSeen] = useState<Visit>();
  if (visit === seen) return;
  setSeen(visit);
  if (visit) open(visit.pointer);
}
