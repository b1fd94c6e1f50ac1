import { useView } from '../api/web.ts';
import { Section, TableHead, useSay } from '../design-system/web.ts';
import type { RecordJson, RegisterFaces } from '../registers/web.ts';
import type { on } from './responsibilities.views.ts';
import { RESPONSIBILITY_CATEGORIES, type ResponsibilityCategory } from './responsibility.register.ts';

const WORDS = {
  title: { zh: '责任区责任人', en: 'Who answers here' },
  none: { zh: '此处尚未明确「{category}」责任人', en: 'Nobody was named here for: {category}' },
  area: { zh: '责任区', en: 'Area' },
  category: { zh: '责任类别', en: 'Category' },
  unit: { zh: '责任单位', en: 'Unit' },
  people: { zh: '责任人', en: 'People' },
} as const;

/** On the page of a record whose register says under which category: who answers for the ground it lies on, nearest first. */
export default function AnswersHere({ faces, record }: { faces: RegisterFaces; record: RecordJson }) {
  const category = faces.responsibility as ResponsibilityCategory | undefined;
  return category ? <Answers category={category} areaCode={record.areaCode} /> : null;
}

function Answers({ category, areaCode }: { category: ResponsibilityCategory; areaCode: string }) {
  const say = useSay();
  const { data } = useView<typeof on>('responsibilities.on', { area: areaCode, category });
  if (!data) return null;
  const nameOf = (id: string) => say(RESPONSIBILITY_CATEGORIES.find((one) => one.id === id)?.label ?? WORDS.category);
  return (
    <Section title={WORDS.title}>
      {data.items.length === 0 ? (
        <p className="quiet">{say(WORDS.none, { category: nameOf(category) })}</p>
      ) : (
        <table className="table table-stacks">
          <TableHead titles={[WORDS.area, WORDS.category, WORDS.unit, WORDS.people]} />
          <tbody>
            {data.items.map(({ id, areaName, category: own, unitName, people }) => (
              <tr key={id}>
                <td data-label={say(WORDS.area)}>{areaName}</td>
                <td data-label={say(WORDS.category)}>{nameOf(own)}</td>
                <td data-label={say(WORDS.unit)}>{unitName}</td>
                <td data-label={say(WORDS.people)}>{people.join('、')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
