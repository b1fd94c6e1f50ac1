import type { Phrase } from '../../kernel/phrases.ts';
import type { View } from '../api/define.ts';
import { useView } from '../api/web.ts';
import { Go, Section, useSay } from '../design-system/web.ts';
import { useRecordPath } from '../timeline/use-record-path.part.tsx';

interface Link {
  readonly register: string;
  readonly plural: string;
  readonly label: Phrase;
  readonly field: string;
  readonly fieldLabel: Phrase;
  readonly count: number;
  readonly items: readonly { id: string; text: string }[];
}

type Links = View<'registers.links', { register: string; recordId: string }, { links: readonly Link[] }>;

const WORDS = {
  title: { zh: '关联记录', en: 'What points here' },
  more: { zh: '等 {count} 条', en: '… {count} in all' },
} as const;

/** Every record that points here, by register and field, as far as this person may see it. */
export function RecordLinks({ register, id }: { register: string; id: string }) {
  const say = useSay();
  const recordPath = useRecordPath();
  const view = useView<Links>('registers.links', { register, recordId: id });
  const links = view.data?.links ?? [];
  if (links.length === 0) return null;
  return (
    <Section id="links" title={WORDS.title}>
      <dl className="facts">
        {links.map((link) => (
          <div key={`${link.register}.${link.field}`}>
            <dt>
              {say(link.label)}（{say(link.fieldLabel)}）
            </dt>
            <dd>
              {link.items.map((item, at) => {
                const to = recordPath({ plural: link.plural, id: item.id });
                return (
                  <span key={item.id}>
                    {at > 0 && '、'}
                    {to ? <Go to={to}>{item.text || item.id.slice(-6)}</Go> : item.text || item.id.slice(-6)}
                  </span>
                );
              })}
              {link.count > link.items.length && ` ${say(WORDS.more, { count: link.count })}`}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
