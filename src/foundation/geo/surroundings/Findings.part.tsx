import type { Phrase } from '../../../kernel/phrases.ts';
import type { OutputOf } from '../../api/web.ts';
import { Button, Go, Section, TableHead, useSay } from '../../design-system/web.ts';
import { useRecordPath } from '../../timeline/web.ts';
import { lengthText } from '../measure.rules.ts';
import type { around, records } from './surroundings.views.ts';
import { basisWords, ONLY_SEEN, SOURCES } from './surroundings-words.rules.ts';

type Result = OutputOf<typeof around>;
type Records = OutputOf<typeof records>;

const WORDS = {
  people: { zh: '人员', en: 'People' },
  source: { zh: '来源', en: 'Source' },
  count: { zh: '人数', en: 'People' },
  vulnerable: { zh: '其中需优先转移', en: 'Of them to be moved first' },
  byGround: { zh: '按面积折算', en: 'by share of ground' },
  noPeople: { zh: '没有可查看的人员台账', en: 'No register of people may be read' },
  layers: { zh: '范围内对象', en: 'What lies there' },
  register: { zh: '台账', en: 'Register' },
  number: { zh: '数量', en: 'Count' },
  show: { zh: '在图上列出：{register}', en: 'List on the map: {register}' },
  nothing: { zh: '范围内没有记录', en: 'Nothing lies there' },
  empty: { zh: '范围内没有记录的台账（{count}）', en: 'Registers with nothing there ({count})' },
  nearest: { zh: '就近力量和场所', en: 'The nearest help' },
  name: { zh: '名称', en: 'Name' },
  unit: { zh: '归属', en: 'Keeper' },
  straight: { zh: '直线', en: 'Straight' },
  way: { zh: '到达', en: 'Way there' },
  minutes: { zh: '{length}，约 {minutes} 分钟', en: '{length}, about {minutes} min' },
  estimate: { zh: '{length}，约 {minutes} 分钟（估算）', en: '{length}, about {minutes} min (estimate)' },
  none: { zh: '没有标了位置的', en: 'None has a position' },
} as const satisfies Record<string, Phrase>;

interface Props {
  readonly result: Result;
  /** The register whose records are listed. */
  readonly chosen?: string | undefined;
  readonly records?: Records | undefined;
  readonly onChoose?: (layer: string) => void;
}

/** What was found, as tables: people, the nearest help, every register. */
export function Findings({ result, chosen, records: listed, onChoose }: Props) {
  const say = useSay();
  return (
    <>
      <p className="soft">
        {basisWords(result)
          .map((words) => say(words))
          .join('')}
      </p>
      <People people={result.people} />
      <Section title={WORDS.nearest}>
        {result.nearest.map((kind) => (
          <Helpers key={kind.label.zh} kind={kind} />
        ))}
      </Section>
      <Section title={WORDS.layers}>
        <Layers layers={result.layers} chosen={chosen} records={listed} onChoose={onChoose} />
        <p className="soft">{say(ONLY_SEEN)}</p>
      </Section>
    </>
  );
}

function People({ people }: Pick<Result, 'people'>) {
  const say = useSay();
  return (
    <Section title={WORDS.people}>
      {people.length === 0 ? (
        <p className="quiet">{say(WORDS.noPeople)}</p>
      ) : (
        <>
          <table className="table surroundings-figures">
            <TableHead titles={[WORDS.source, WORDS.count, WORDS.vulnerable]} />
            <tbody>
              {people.map((one) => (
                <tr key={one.layer}>
                  <th scope="row">
                    {say(one.label)} {one.isByGround && <span className="soft">{say(WORDS.byGround)}</span>}
                  </th>
                  <td className="is-number">{one.people.toLocaleString('zh-CN')}</td>
                  <td className="is-number">{one.vulnerable?.toLocaleString('zh-CN') ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="soft">{say(SOURCES)}</p>
        </>
      )}
    </Section>
  );
}

function Helpers({ kind: { label, plural, items } }: { kind: Result['nearest'][number] }) {
  const say = useSay();
  return (
    <table className="table surroundings-help">
      <caption>{say(label)}</caption>
      <TableHead titles={[WORDS.name, WORDS.unit, WORDS.straight, WORDS.way]} />
      <tbody>
        {items.length === 0 && (
          <tr>
            <td colSpan={4}>{say(WORDS.none)}</td>
          </tr>
        )}
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row">
              <Named plural={plural} id={item.id} title={item.title} />
            </th>
            <td>{item.unitName}</td>
            <td className="is-number">{lengthText(item.metres)}</td>
            <td>
              {say(item.isByRoad ? WORDS.minutes : WORDS.estimate, {
                length: lengthText(item.wayMetres),
                minutes: Math.ceil(item.minutes),
              })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Layers({ layers, chosen, records: listed, onChoose }: Pick<Result, 'layers'> & Omit<Props, 'result'>) {
  const say = useSay();
  const [found, empty] = [layers.filter(({ count }) => count > 0), layers.filter(({ count }) => count === 0)];
  if (found.length === 0) return <p className="quiet">{say(WORDS.nothing)}</p>;
  return (
    <>
      <table className="table surroundings-figures">
        <TableHead titles={[WORDS.register, WORDS.number]} />
        <tbody>
          {found.map(({ layer, label, count }) => (
            <tr key={layer}>
              <th scope="row">
                {onChoose ? (
                  <Button
                    kind="bare"
                    aria-expanded={layer === chosen}
                    aria-label={say(WORDS.show, { register: say(label) })}
                    onClick={() => onChoose(layer)}
                  >
                    {say(label)}
                  </Button>
                ) : (
                  say(label)
                )}
                {layer === chosen && listed && (
                  <ol className="surroundings-records">
                    {listed.items.map(({ id, title, metres }) => (
                      <li key={id}>
                        <Named plural={listed.plural} id={id} title={title} />{' '}
                        <span className="soft">{lengthText(metres)}</span>
                      </li>
                    ))}
                  </ol>
                )}
              </th>
              <td className="is-number">{count.toLocaleString('zh-CN')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {empty.length > 0 && (
        <details>
          <summary>{say(WORDS.empty, { count: empty.length })}</summary>
          <p className="soft">{empty.map(({ label }) => say(label)).join('、')}</p>
        </details>
      )}
    </>
  );
}

/** A record's name, as a link where it has a page that may be opened. */
function Named({ plural, id, title }: { plural: string; id: string; title: string }) {
  const recordPath = useRecordPath();
  const path = recordPath({ plural, id });
  return path ? <Go to={path}>{title}</Go> : title;
}
