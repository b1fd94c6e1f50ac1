import { useState } from 'react';
import {
  type Action,
  ActionBar,
  Contributions,
  Go,
  RecordPage,
  Section,
  StateBadge,
  Tag,
  useMay,
  useSay,
} from '../design-system/web.ts';
import { labelOf } from '../registers/types/choice.type.ts';
import { RecordTimeline } from '../timeline/web.ts';
import { TITLES, UnitDialog, type UnitStep } from './UnitDialog.part.tsx';
import { UnitPeople } from './UnitPeople.part.tsx';
import { UnitPosts } from './UnitPosts.part.tsx';
import { UNIT_KINDS } from './unit.register.ts';
import type { UnitNode } from './unit-node.part.tsx';
import { lineage } from './unit-tree.rules.ts';

const SECTIONS = [
  { id: 'posts', title: { zh: '岗位任职', en: 'Posts' } },
  { id: 'below', title: { zh: '下级单位', en: 'Units below' } },
  { id: 'phone-book', title: { zh: '通讯录', en: 'Phone book' } },
  { id: 'timeline', title: { zh: '大事记', en: 'Timeline' } },
] as const;
const ASSUMED = { zh: '名称待确认', en: 'Name assumed' };
const ABOVE = { zh: '上级单位', en: 'Units above' };
const IN_POST = { zh: '任职 {count} 人', en: '{count} hold posts' };

/** One unit: who holds which post since when, what lies below it, whom to call. */
export function UnitFile({ unit, units }: { unit: UnitNode; units: readonly UnitNode[] }) {
  const say = useSay();
  const may = useMay();
  const [step, setStep] = useState<UnitStep>();
  const above = lineage(new Map(units.map((one) => [one.id, one])), unit).slice(0, -1);
  const below = units.filter(({ parentId }) => parentId === unit.id);
  const maySeePeople = may('person.read');
  const steps: readonly UnitStep[] = [
    'open',
    'openPost',
    'register',
    'rename',
    ...(unit.parentId === null ? [] : (['move'] as const)),
  ];
  const actions: Action[] = may('organisation.maintain')
    ? steps.map((name) => ({ key: name, label: TITLES[name], act: () => setStep(name) }))
    : [];
  const shown = SECTIONS.filter(
    ({ id }) => (id !== 'phone-book' || maySeePeople) && (id !== 'below' || below.length > 0),
  );
  return (
    <RecordPage
      title={unit.name}
      badges={
        <>
          <Tag>{say(labelOf(UNIT_KINDS, unit.kind))}</Tag>
          {unit.isAssumed && <StateBadge label={ASSUMED} tone="waiting" />}
          <span className="soft">{say(IN_POST, { count: unit.people })}</span>
        </>
      }
      owner={
        <nav className="lineage" aria-label={say(ABOVE)}>
          {above.map((one) => (
            <Go key={one.id} to={`/organisation/${one.id}`}>
              {one.shortName}
            </Go>
          ))}
        </nav>
      }
      sections={shown}
      actions={<ActionBar actions={actions} />}
    >
      <UnitPosts unit={unit} />
      {below.length > 0 && (
        <Section id="below" title={SECTIONS[1].title} aside={<span className="soft">{below.length}</span>}>
          <ul className="units-below">
            {below.map((one) => (
              <li key={one.id}>
                <Go to={`/organisation/${one.id}`} title={one.name}>
                  {one.shortName}
                </Go>
                <small>{one.people}</small>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Contributions at="unit.sections" props={{ unitId: unit.id, unitPath: unit.path }} />
      {maySeePeople && <UnitPeople unit={unit} />}
      <Section id="timeline" title={SECTIONS[3].title}>
        <RecordTimeline register="unit" id={unit.id} />
      </Section>
      <UnitDialog unit={unit} units={units} step={step} onClose={() => setStep(undefined)} />
    </RecordPage>
  );
}
