import { useView } from '../api/web.ts';
import { Go, Tag, useSay } from '../design-system/web.ts';
import type { RegisterFaces } from '../registers/define.ts';
import { WORDS } from './cut.part.tsx';
import type { list } from './indicators.views.ts';
import { figureText } from './Trend.part.tsx';

/** Above a register's list: the figures that are counted over it, each leading to its records. */
export default function RegisterIndicators({ faces }: { faces: RegisterFaces }) {
  const say = useSay();
  const view = useView<typeof list>('indicators.list', { register: faces.register.name });
  const items = view.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <p className="row">
      {items.map((one) => (
        <span key={one.code} className="row">
          <Go to={`/indicators/${one.code}`}>{say(one.label)}</Go>
          <b>{one.value === null ? '—' : `${figureText(one.value)} ${say(one.unit)}`}</b>
          {one.isBehind && <Tag>{say(WORDS.behind)}</Tag>}
        </span>
      ))}
    </p>
  );
}
