import { valueAt } from '#core/document/pointer';
import { ChipsField } from './ChipsField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { useForm } from './form-context.ts';
import { fitsWidget } from './form-model.ts';
import { ImageField } from './ImageField.tsx';
import { ObjectField, ObjectListField } from './ObjectField.tsx';
import { RawField } from './RawField.tsx';
import { RelationsField } from './RelationsField.tsx';
import { BooleanField, NumberField, TextField, type WidgetProps } from './TextField.tsx';

/** The widget of a field; a value that it cannot show is shown as JSON text instead. */
export function FieldView(props: WidgetProps) {
  const { parsed } = useForm();
  const { field, pointer } = props;
  if (!fitsWidget(field, valueAt(parsed.data, pointer))) return <RawField {...props} />;
  switch (field.widget) {
    case 'text':
    case 'long-text':
      return <TextField {...props} />;
    case 'number':
      return <NumberField {...props} />;
    case 'boolean':
      return <BooleanField {...props} />;
    case 'enum':
    case 'category':
      return <ChoiceField {...props} />;
    case 'chips':
      return <ChipsField {...props} />;
    case 'relations':
      return <RelationsField {...props} />;
    case 'image':
      return <ImageField {...props} />;
    case 'object':
      return <ObjectField {...props} view={FieldView} />;
    case 'object-list':
      return <ObjectListField {...props} view={FieldView} />;
    case 'raw':
      return <RawField {...props} />;
  }
}
