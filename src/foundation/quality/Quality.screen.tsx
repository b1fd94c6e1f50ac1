import { type OutputOf, useView } from '../api/web.ts';
import { ChoiceField, Go, Page, Section, Shown, Tag, useSay, useSearch } from '../design-system/web.ts';
import type { Aspect } from './quality.rules.ts';
import type { ofRegister, registersOf } from './quality.views.ts';
import { UnitQuality } from './UnitQuality.part.tsx';

type Measured = OutputOf<typeof ofRegister>;

const WORDS = {
  title: { zh: '台账质量', en: 'Quality of registers' },
  register: { zh: '台账', en: 'Register' },
  score: { zh: '{score} 分（{total} 条在册记录）', en: '{score} points ({total} records in use)' },
  none: { zh: '没有在册记录，无从评分。', en: 'There are no records in use, so there is no score.' },
  how: { zh: '怎么算的', en: 'How it is reckoned' },
  howWords: {
    zh: '得分 = 各项中没有问题的比例 × 权重之和 ÷ 适用各项权重之和 × 100。权重与陈旧月数见规则「台账质量评分规则」。',
    en: 'The score is the share of sound records in each aspect times its weight, over the weights that apply. Weights stand in the rule «Quality of registers».',
  },
  aspect: { zh: '项目', en: 'Aspect' },
  share: { zh: '没有问题的比例', en: 'Sound' },
  weight: { zh: '权重', en: 'Weight' },
  notHere: { zh: '不适用', en: 'does not apply' },
  units: { zh: '按归属单位', en: 'By unit' },
  missing: { zh: '缺项', en: 'Gaps' },
  field: { zh: '栏目', en: 'Field' },
  empty: { zh: '未填', en: 'Empty' },
  faults: { zh: '问题记录', en: 'Records with faults' },
  noFaults: { zh: '没有发现问题记录。', en: 'No record with a fault was found.' },
  count: { zh: '{count} 条', en: '{count}' },
  more: { zh: '等', en: 'and more' },
  assumed: { zh: '假定', en: 'Assumed' },
} as const;
const ASPECTS: Readonly<Record<Aspect, { zh: string; en: string }>> = {
  filled: { zh: '完整', en: 'Filled in' },
  fresh: { zh: '新鲜', en: 'Fresh' },
  single: { zh: '不重复', en: 'No doubles' },
  inside: { zh: '位置在区内', en: 'Inside the district' },
  sound: { zh: '值可信', en: 'Values believable' },
};
const percent = (share: number) => `${(100 * share).toFixed(share === 1 ? 0 : 1)}%`;

/** One register at a time: a score anybody can reckon again, and the records to mend. */
export default function Quality() {
  const [search, change] = useSearch();
  const registers = useView<typeof registersOf>('quality.registers', {});
  return (
    <Page title={WORDS.title}>
      <Shown of={registers}>
        {({ items }) => {
          const chosen = items.find(({ name }) => name === search.register) ?? items[0];
          return (
            <>
              <ChoiceField
                label={WORDS.register}
                isRequired
                value={chosen?.name}
                onChange={(register) => change({ register })}
                choices={items.map(({ name, label }) => ({ value: name, label }))}
              />
              {chosen && <Register name={chosen.name} />}
            </>
          );
        }}
      </Shown>
    </Page>
  );
}

function Register({ name }: { name: string }) {
  const say = useSay();
  const view = useView<typeof ofRegister>('quality.ofRegister', { register: name });
  return (
    <Shown of={view}>
      {(measured) => (
        <>
          <Section title={measured.label}>
            <p>
              <b>
                {measured.score === null
                  ? say(WORDS.none)
                  : say(WORDS.score, { score: measured.score, total: measured.total.toLocaleString('zh-CN') })}
              </b>{' '}
              {measured.isAssumed && <Tag>{say(WORDS.assumed)}</Tag>}
            </p>
            <Aspects measured={measured} />
            <p className="soft">{say(WORDS.howWords)}</p>
          </Section>
          <Section title={WORDS.units}>
            <UnitQuality register={name} />
          </Section>
          <Section title={WORDS.faults}>
            <Faults measured={measured} />
          </Section>
          <Section title={WORDS.missing}>
            <Gaps measured={measured} />
          </Section>
        </>
      )}
    </Shown>
  );
}

function Aspects({ measured }: { measured: Measured }) {
  const say = useSay();
  return (
    <table className="table">
      <caption className="soft">{say(WORDS.how)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(WORDS.aspect)}</th>
          <th scope="col">{say(WORDS.share)}</th>
          <th scope="col">{say(WORDS.weight)}</th>
        </tr>
      </thead>
      <tbody>
        {measured.aspects.map(({ aspect, share, weight }) => (
          <tr key={aspect}>
            <th scope="row">{say(ASPECTS[aspect])}</th>
            <td>{share === null ? say(WORDS.notHere) : percent(share)}</td>
            <td>{weight}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Faults({ measured }: { measured: Measured }) {
  const say = useSay();
  if (measured.faults.length === 0) return <p className="soft">{say(WORDS.noFaults)}</p>;
  return (
    <table className="table">
      <tbody>
        {measured.faults.map(({ label, count, records }) => (
          <tr key={label.zh}>
            <th scope="row">{say(label)}</th>
            <td>{say(WORDS.count, { count: count.toLocaleString('zh-CN') })}</td>
            <td>
              {records.map(({ id, title }, at) => (
                <span key={id}>
                  {at > 0 && '、'}
                  <Go to={`${measured.path}/${id}`}>{title || id.slice(0, 8)}</Go>
                </span>
              ))}
              {count > records.length && ` ${say(WORDS.more)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Gaps({ measured }: { measured: Measured }) {
  const say = useSay();
  const shown = measured.missing.filter(({ count }) => count > 0).toSorted((one, other) => other.count - one.count);
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say(WORDS.field)}</th>
          <th scope="col">{say(WORDS.empty)}</th>
          <th scope="col">{say(WORDS.share)}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ field, label, count }) => (
          <tr key={field}>
            <th scope="row">{say(label)}</th>
            <td>{count.toLocaleString('zh-CN')}</td>
            <td>{percent(1 - count / measured.total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
