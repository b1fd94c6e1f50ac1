import { fill, type Phrase } from '../../kernel/phrases.ts';
import { Button, CheckField, ChoiceField, Field, NumberField, TextField, useSay } from '../design-system/web.ts';
import type { NamedLeaf } from './leaf.type.ts';

const WORDS = {
  add: { zh: '加一行', en: 'Add a row' },
  remove: { zh: '删去第 {row} 行', en: 'Remove row {row}' },
  bounds: { zh: '{min} 至 {max}', en: '{min} to {max}' },
  row: { zh: '{label}（第 {row} 行）', en: '{label} (row {row})' },
} as const satisfies Record<string, Phrase>;

interface LeafProps {
  readonly leaf: NamedLeaf;
  /** Name in the words of the API: `values.receiveMinutes.urgent`. */
  readonly name: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** The control for one figure, drawn from its leaf: label, unit and bounds come from the declaration. */
export function LeafField({ leaf, name, value, onChange }: LeafProps) {
  const { label, options = [] } = leaf;
  const choices = options.map((option) => ({ value: option.id, label: option.label }));
  switch (leaf.type) {
    case 'whole':
      return (
        <NumberField
          {...{ label, name, isRequired: true }}
          {...(leaf.unit ? { unit: leaf.unit } : {})}
          {...(leaf.max === undefined ? {} : { min: leaf.min ?? 0, max: leaf.max })}
          hint={fill(WORDS.bounds, { min: leaf.min ?? 0, max: leaf.max ?? '' })}
          value={value as number | null}
          onChange={onChange}
        />
      );
    case 'boolean':
      return <CheckField {...{ label, name }} isChecked={value === true} onChange={onChange} />;
    case 'choice':
      return (
        <ChoiceField {...{ label, name, choices, onChange, isRequired: true }} value={value as string | undefined} />
      );
    case 'choices': {
      const chosen = (value ?? []) as readonly string[];
      return (
        <Field {...{ label, name }} isGroup>
          {() => (
            <div className="rule-choices">
              {options.map((option) => (
                <CheckField
                  key={option.id}
                  label={option.label}
                  isChecked={chosen.includes(option.id)}
                  isDisabled={leaf.always?.includes(option.id) === true}
                  onChange={(isOn) =>
                    onChange(
                      options.map(({ id }) => id).filter((id) => (id === option.id ? isOn : chosen.includes(id))),
                    )
                  }
                />
              ))}
            </div>
          )}
        </Field>
      );
    }
    case 'rows':
      return <Rows {...{ leaf, name, value, onChange }} />;
    default:
      return (
        <TextField
          {...{ label, name, isRequired: true }}
          hint={leaf.unit}
          value={value === null || value === undefined ? '' : String(value)}
          onChange={(text) => onChange(leaf.type === 'decimal' ? decimalOf(text) : text)}
        />
      );
  }
}

/** What is no number yet stays text, so that it can be typed on; the server refuses it by its name. */
const decimalOf = (text: string): number | string => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);

function Rows({ leaf, name, value, onChange }: LeafProps) {
  const say = useSay();
  const held = (value ?? []) as readonly Record<string, unknown>[];
  const columns = leaf.columns ?? [];
  const inRow = (column: NamedLeaf, row: number): NamedLeaf => ({
    ...column,
    label: {
      zh: fill(WORDS.row, { label: column.label.zh, row }).zh,
      en: fill(WORDS.row, { label: column.label.en, row }).en,
    },
  });
  return (
    <Field {...{ label: leaf.label, name }} isGroup>
      {() => (
        <div className="rule-rows">
          {held.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place in the order, and by nothing else
            <div className="rule-row" key={index}>
              {columns.map((column) => (
                <LeafField
                  key={column.path}
                  leaf={inRow(column, index + 1)}
                  name={`${name}.${index}.${column.path}`}
                  value={row[column.path]}
                  onChange={(next) =>
                    onChange(held.map((one, at) => (at === index ? { ...one, [column.path]: next } : one)))
                  }
                />
              ))}
              <Button onClick={() => onChange(held.filter((_, at) => at !== index))}>
                {say(WORDS.remove, { row: index + 1 })}
              </Button>
            </div>
          ))}
          {held.length < (leaf.max ?? 20) && (
            <div>
              <Button onClick={() => onChange([...held, {}])}>{say(WORDS.add)}</Button>
            </div>
          )}
        </div>
      )}
    </Field>
  );
}
