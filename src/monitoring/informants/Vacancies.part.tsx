import { useView } from '../../foundation/api/web.ts';
import { Go, Notice, useMay, useSay } from '../../foundation/design-system/web.ts';
import type { RegisterFaces } from '../../foundation/registers/define.ts';
import { INFORMANT_POSTS, informants } from './informant.register.ts';
import type { vacancies } from './informants.views.ts';

const WORDS = {
  lacking: {
    zh: '{count} 个社区的灾害信息员不齐（共 {communities} 个社区，每个应有 A岗、B岗各一人）',
    en: '{count} of {communities} communities lack an informant: each has one A and one B',
  },
  more: { zh: '等', en: 'and more' },
} as const;

/** So many are named; the rest is counted. */
const NAMED = 12;

/** Above the list of informants: communities without their A or their B, each a press away from being filled. */
export default function Vacancies({ faces }: { faces: RegisterFaces }) {
  return faces.register.name === informants.register.name ? <Lacking /> : null;
}

function Lacking() {
  const say = useSay();
  const may = useMay();
  const { data } = useView<typeof vacancies>('informants.vacancies', {});
  if (!data || data.items.length === 0) return null;
  const { items, communities } = data;
  const mayKeep = may(informants.keep.name);
  const words = (lacks: readonly string[]) =>
    INFORMANT_POSTS.filter(({ id }) => lacks.includes(id))
      .map(({ label }) => say(label))
      .join('、');
  return (
    <Notice
      title={say(WORDS.lacking, { count: items.length, communities })}
      action={
        <p>
          {items.slice(0, NAMED).map(({ unitId, name, lacks }, at) => (
            <span key={unitId}>
              {at > 0 && '；'}
              {mayKeep ? <Go to={`/informants/new?unitId=${unitId}`}>{name}</Go> : name} {words(lacks)}
            </span>
          ))}
          {items.length > NAMED && ` ${say(WORDS.more)}`}
        </p>
      }
    />
  );
}
