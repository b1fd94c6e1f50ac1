import { dayText } from '../../kernel/calendar.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { type OutputOf, serverNow, useView } from '../api/web.ts';
import {
  ChoiceField,
  DayField,
  Empty,
  Go,
  InstantField,
  Page,
  Section,
  Shown,
  Tag,
  Time,
  useSay,
  useSearch,
} from '../design-system/web.ts';
import { PlaceField, pointFrom, pointText } from '../geo/web.ts';
import { labelOf } from '../registers/types/choice.type.ts';
import { AreaFields } from './AreaFields.part.tsx';
import type { history, on } from './responsibilities.views.ts';
import { RESPONSIBILITY_CATEGORIES, type ResponsibilityCategory } from './responsibility.register.ts';
import './responsibilities.css';

const WORDS = {
  title: { zh: '责任查询', en: 'Who is responsible' },
  day: { zh: '哪一天', en: 'On which day' },
  place: { zh: '地点', en: 'Place' },
  placeHint: { zh: '选点优先于所选区域', en: 'A point goes before the area' },
  category: { zh: '责任类别', en: 'Category' },
  believed: { zh: '按当时认定', en: 'As believed at' },
  believedHint: { zh: '不填按现在的认定', en: 'As believed now, if left empty' },
  first: { zh: '首责', en: 'First' },
  area: { zh: '责任区域', en: 'Area' },
  unit: { zh: '责任单位', en: 'Unit' },
  people: { zh: '当日在岗', en: 'In office that day' },
  span: { zh: '起止', en: 'From – until' },
  basis: { zh: '依据', en: 'Basis' },
  open: { zh: '至今', en: 'now' },
  none: { zh: '当日没有认定责任单位', en: 'Nobody was named for that day' },
  noneHint: { zh: '这是一处责任空白，请在责任分工表中明确', en: 'This is a gap: name somebody in the table' },
  outside: { zh: '该点不在本区', en: 'This point lies outside the district' },
  choose: { zh: '选择地点或区域', en: 'Choose a place or an area' },
  history: { zh: '认定变更记录', en: 'What was believed when' },
  recorded: { zh: '认定时间', en: 'Recorded' },
  until: { zh: '停止认定', en: 'Believed until' },
  reason: { zh: '原因', en: 'Reason' },
} as const satisfies Record<string, Phrase>;

const CATEGORIES = RESPONSIBILITY_CATEGORIES.map(({ id, label }) => ({ value: id, label }));
const span = (one: { validFrom: string; validTo: string | null }, open: string) =>
  `${one.validFrom} — ${one.validTo ?? open}`;

/** 责任查询: who was responsible on day D for this place and category, and what was believed about it on another day. */
export default function Responsibilities() {
  const [search, change] = useSearch();
  const day = search.day ?? dayText(serverNow());
  const category = (search.category ?? 'flood_control') as ResponsibilityCategory;
  const point = search.at ? pointFrom(search.at) : undefined;
  const area = search.area ?? '110107';
  const view = useView<typeof on>(
    'responsibilities.on',
    {
      day,
      category,
      ...(point ?? { area }),
      ...(search.believed ? { believedAt: search.believed } : {}),
    },
    { keepsPrevious: true, topics: ['responsibility', 'appointment'] },
  );
  return (
    <Page title={WORDS.title}>
      <div className="panel">
        <div className="form-row">
          <DayField label={WORDS.day} value={day} onChange={(next) => change({ day: next || undefined })} />
          <ChoiceField
            label={WORDS.category}
            value={category}
            onChange={(next) => change({ category: next })}
            choices={CATEGORIES}
            isRequired
          />
          <AreaFields value={area} onChange={(code) => change({ area: code, at: undefined })} />
        </div>
        <div className="form-row">
          <PlaceField
            label={WORDS.place}
            hint={WORDS.placeHint}
            value={point}
            onChange={(next) => change({ at: next ? pointText(next) : undefined })}
          />
          <InstantField
            label={WORDS.believed}
            hint={WORDS.believedHint}
            value={search.believed}
            onChange={(believed) => change({ believed })}
          />
        </div>
      </div>
      <Shown of={view}>{(found) => <Found found={found} category={category} />}</Shown>
    </Page>
  );
}

function Found({ found, category }: { found: OutputOf<typeof on>; category: ResponsibilityCategory }) {
  const say = useSay();
  if (!found.area) return <Empty title={WORDS.outside} />;
  const name = found.area.names.join(' · ');
  return (
    <>
      <Section title={{ zh: `${name} · ${found.day}`, en: `${name} · ${found.day}` }}>
        {found.items.length === 0 ? (
          <Empty title={WORDS.none} hint={WORDS.noneHint} />
        ) : (
          <table className="table table-stacks">
            <thead>
              <tr>
                <th scope="col">{say(WORDS.unit)}</th>
                <th scope="col">{say(WORDS.category)}</th>
                <th scope="col">{say(WORDS.area)}</th>
                <th scope="col">{say(WORDS.people)}</th>
                <th scope="col">{say(WORDS.span)}</th>
                <th scope="col">{say(WORDS.basis)}</th>
              </tr>
            </thead>
            <tbody>
              {found.items.map((one, index) => (
                <tr key={one.id}>
                  <th scope="row">
                    <span className="row">
                      <Go to={`/organisation/${one.unitId}`}>
                        {[one.unitName, one.postName].filter(Boolean).join(' · ')}
                      </Go>
                      {index === 0 && <Tag>{say(WORDS.first)}</Tag>}
                    </span>
                  </th>
                  <td>{say(labelOf(RESPONSIBILITY_CATEGORIES, one.category))}</td>
                  <td>{one.areaName}</td>
                  <td>{one.people.join('、') || '—'}</td>
                  <td>{span(one, say(WORDS.open))}</td>
                  <td>{one.basis ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
      <Beliefs area={found.area.code} category={category} />
    </>
  );
}

/** Every belief about the area and the category, the newest first; those that are held no more are struck out in words. */
function Beliefs({ area, category }: { area: string; category: ResponsibilityCategory }) {
  const say = useSay();
  const view = useView<typeof history>('responsibilities.history', { area, category });
  const items = view.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={WORDS.history}>
      <table className="table table-stacks">
        <thead>
          <tr>
            <th scope="col">{say(WORDS.recorded)}</th>
            <th scope="col">{say(WORDS.unit)}</th>
            <th scope="col">{say(WORDS.span)}</th>
            <th scope="col">{say(WORDS.until)}</th>
            <th scope="col">{say(WORDS.reason)}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.id}>
              <td>
                <Time at={one.recordedAt} /> {one.recordedBy}
              </td>
              <td>{one.unitName}</td>
              <td>{span(one, say(WORDS.open))}</td>
              <td>{one.retractedAt ? <Time at={one.retractedAt} /> : '—'}</td>
              <td>{one.reason ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
