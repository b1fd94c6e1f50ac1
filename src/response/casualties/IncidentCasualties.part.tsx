import { useView } from '../../foundation/api/web.ts';
import { Go, Section, Shown, useMay, useSay } from '../../foundation/design-system/web.ts';
import { INCIDENT_ANCHORS, type IncidentPartProps } from '../incidents/web.ts';
import { CASUALTY_LABELS_OF } from '../intake/web.ts';
import type { reconciliation } from './casualties.views.ts';

const WORDS = {
  figure: { zh: '项目', en: 'Figure' },
  listed: { zh: '名单人数', en: 'By name' },
  released: { zh: '发布口径', en: 'Released' },
  verdict: { zh: '核对', en: 'Verdict' },
  equal: { zh: '一致', en: 'equal' },
  differs: { zh: '不一致，请核实', en: 'differ: check' },
  unknown: { zh: '不详', en: 'unknown' },
  safe: { zh: '脱险 {count} 人', en: '{count} safe' },
  unnamed: { zh: '{count} 人姓名不详', en: '{count} without a name' },
  doubled: { zh: '{count} 人身份证号重复，可能重复登记', en: '{count} with the same identity number as another' },
  add: { zh: '登记人员', en: 'Register a person' },
  all: { zh: '人员名单', en: 'The list' },
  hint: {
    zh: '名单与口径不一致时先核实，再用「更新伤亡」发布；死亡人数只能由核报核减。',
    en: 'Where list and release differ, check first, then “Update casualties”; the dead become fewer only by a verified report.',
  },
} as const;

/** 伤亡失联 of an incident: how many are known by name, and whether that is what was released. */
export default function IncidentCasualties({ incident }: IncidentPartProps) {
  const say = useSay();
  const may = useMay();
  const view = useView<typeof reconciliation>(
    'casualties.reconciliation',
    { incidentId: incident.id },
    { topics: ['casualty', `incident/${incident.id}`] },
  );
  return (
    <Section
      id="casualties"
      title={INCIDENT_ANCHORS.casualties}
      aside={
        <span className="row">
          <Go to={`/casualties?incidentId=${incident.id}`}>{say(WORDS.all)}</Go>
          {may('casualty.keep') && (
            <Go className="button" to={`/casualties/new?incidentId=${incident.id}`}>
              {say(WORDS.add)}
            </Go>
          )}
        </span>
      }
    >
      <Shown of={view} rows={3}>
        {({ items, safe, unnamed, doubled }) => (
          <>
            <table className="table">
              <thead>
                <tr>
                  {[WORDS.figure, WORDS.listed, WORDS.released, WORDS.verdict].map((title) => (
                    <th key={title.zh} scope="col">
                      {say(title)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {items.map(({ figure, listed, released, isEqual }) => (
                  <tr key={figure}>
                    <th scope="row">{say(CASUALTY_LABELS_OF[figure])}</th>
                    <td>{listed}</td>
                    <td>{released ?? say(WORDS.unknown)}</td>
                    <td className={isEqual ? 'soft' : 'stale-note'}>{say(isEqual ? WORDS.equal : WORDS.differs)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className="soft">
              {[
                say(WORDS.safe, { count: safe }),
                ...(unnamed > 0 ? [say(WORDS.unnamed, { count: unnamed })] : []),
                ...(doubled > 0 ? [say(WORDS.doubled, { count: doubled })] : []),
              ].join(' · ')}
            </p>
            {items.some(({ isEqual }) => !isEqual) && <p className="soft">{say(WORDS.hint)}</p>}
          </>
        )}
      </Shown>
    </Section>
  );
}
