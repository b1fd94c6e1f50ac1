import type { Phrase } from '../../kernel/phrases.ts';
import type { View } from '../api/define.ts';
import { useView } from '../api/web.ts';
import { ChoiceField } from '../design-system/web.ts';

type Areas = View<'areas.list', object, { items: { code: string; name: string; kind: string }[] }>;

const WORDS = {
  street: { zh: '街道', en: 'Street' },
  community: { zh: '社区', en: 'Community' },
  whole: { zh: '全区', en: 'The whole district' },
  wholeStreet: { zh: '整个街道', en: 'The whole street' },
} as const satisfies Record<string, Phrase>;

/** An area by its names: the district, one of its streets, one of the street's communities. */
export function AreaFields({ value, onChange }: { value: string | undefined; onChange: (code: string) => void }) {
  const areas = useView<Areas>('areas.list', {});
  const items = areas.data?.items ?? [];
  const district = items.find(({ kind }) => kind === 'district')?.code ?? '';
  const street = value && value.length >= 9 ? value.slice(0, 9) : '';
  const named = ({ code, name }: { code: string; name: string }) => ({ value: code, label: { zh: name, en: name } });
  const streets = items.filter(({ kind }) => kind === 'street').map(named);
  const communities = items.filter(({ kind, code }) => kind === 'community' && code.startsWith(street)).map(named);
  return (
    <>
      <ChoiceField
        label={WORDS.street}
        value={street || district}
        onChange={onChange}
        choices={[{ value: district, label: WORDS.whole }, ...streets]}
        isRequired
      />
      {street !== '' && (
        <ChoiceField
          label={WORDS.community}
          value={value ?? street}
          onChange={onChange}
          choices={[{ value: street, label: WORDS.wholeStreet }, ...communities]}
          isRequired
        />
      )}
    </>
  );
}
