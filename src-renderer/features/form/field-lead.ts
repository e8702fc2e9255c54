import { createContext, type ReactNode } from 'react';

/** What stands between the label and the control of one value, such as the choice of its form. */
export interface FieldLead {
  readonly pointer: string;
  readonly content: ReactNode;
}

/** Hands a lead to the field of its pointer, whatever widget that field turns out to have. */
export const FieldLeadContext = createContext<FieldLead | undefined>(undefined);
