import { valueAt } from '#core/document/pointer';
import { BooleanField } from './BooleanField.tsx';
import { ChipsField } from './ChipsField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { ConstField } from './ConstField.tsx';
import { DateField } from './DateField.tsx';
import { useForm } from './form-context.ts';
import { fitsWidget } from './form-model.ts';
import { ImageField } from './ImageField.tsx';
import { NullField } from './NullField.tsx';
import { NumberField } from './NumberField.tsx';
import { ObjectField } from './ObjectField.tsx';
import { ObjectListField } from './ObjectListField.tsx';
import { RawField } from './RawField.tsx';
import { RelationField } from './RelationField.tsx';
import { RelationsField } from './RelationsField.tsx';
import { TextField, type WidgetProps } from './TextField.tsx';
import { UrlField } from './UrlField.tsx';
import { VariantField } from './VariantField.tsx';

/** The widget of a field; a value that it cannot show is shown as JSON text instead. */
export function FieldView(props: WidgetProps) {
  const { parsed } = useForm();
  const { field, pointer } = props;
  const value = valueAt(parsed.data, pointer);
  if (field.const !== undefined) return <ConstField {...props} />;
  if (value === null && field.nullable === true && !field.enum?.includes(null)) {
    return <NullField {...props} />;
  }
  if (!fitsWidget(field, value)) return <RawField {...props} />;
  switch (field.widget) {
    case 'text':
    case 'long-text':
      return <TextField {...props} />;
    case 'url':
      return <UrlField {...props} />;
    case 'date':
      return <DateField {...props} />;
    case 'number':
      return <NumberField {...props} />;
    case 'boolean':
      return <BooleanField {...props} />;
    case 'enum':
    case 'category':
      return <ChoiceField {...props} />;
    case 'chips':
      return <ChipsField {...props} />;
    case 'relation':
      return <RelationField {...props} />;
    case 'relations':
      return <RelationsField {...props} />;
    case 'image':
      return <ImageField {...props} />;
    case 'object':
      return <ObjectField {...props} view={FieldView} />;
    case 'object-list':
      return <ObjectListField {...props} view={FieldView} />;
    case 'variants':
      return <VariantField {...props} view={FieldView} />;
    case 'raw':
      return <RawField {...props} />;
  }
}
