import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import type { View } from '../api/define.ts';
import { useView } from '../api/web.ts';
import { Button, ChoiceField, TextField, useSay } from '../design-system/web.ts';
import type { OrderTemplateProps } from '../orders/web.ts';
import { filledIn, placeholdersOf } from './placeholders.rules.ts';

type Template = Parameters<OrderTemplateProps['use']>[0] & { id: string; name: string };
type Templates = View<'orderTemplates.list', object, { items: Template[] }>;

const WORDS = {
  template: { zh: '套用模板', en: 'Template' },
  use: { zh: '套用', en: 'Use it' },
} as const satisfies Record<string, Phrase>;

/** An order from a template: what the template asks for is filled in before it is used. */
export default function UseTemplate({ use }: OrderTemplateProps) {
  const say = useSay();
  const view = useView<Templates>('orderTemplates.list', {});
  const [id, setId] = useState<string>();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const items = view.data?.items ?? [];
  const template = items.find((one) => one.id === id);
  if (items.length === 0) return null;
  const asked = template ? placeholdersOf(template.title, template.content) : [];
  const take = () => {
    if (!template) return;
    const { title, content, ...rest } = template;
    use({ ...rest, title: filledIn(title, values), content: filledIn(content, values) });
  };
  const choose = (next: string) => {
    setId(next);
    setValues({});
  };
  return (
    <div className="form-row">
      <ChoiceField
        label={WORDS.template}
        value={id}
        onChange={choose}
        choices={items.map(({ id: value, name }) => ({ value, label: { zh: name, en: name } }))}
      />
      {asked.map((name) => (
        <TextField
          key={name}
          label={{ zh: name, en: name }}
          value={values[name] ?? ''}
          onChange={(value) => setValues({ ...values, [name]: value })}
          maxLength={200}
        />
      ))}
      {template && <Button onClick={take}>{say(WORDS.use)}</Button>}
    </div>
  );
}
