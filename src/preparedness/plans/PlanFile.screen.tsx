import { useView } from '../../foundation/api/web.ts';
import {
  ActionBar,
  Contributions,
  Facts,
  Go,
  go,
  RecordPage,
  Section,
  Shown,
  StateBadge,
  Tag,
  Time,
  useKeys,
  useParams,
  useSay,
} from '../../foundation/design-system/web.ts';
import { INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { RecordTimeline } from '../../foundation/timeline/web.ts';
import { Filing } from './Filing.part.tsx';
import { PlanActions } from './PlanActions.part.tsx';
import { PlanCommand } from './PlanCommand.part.tsx';
import { PlanLevels } from './PlanLevels.part.tsx';
import { PLAN_TYPES, plan as register } from './plan.register.ts';
import { EDITION, isInForce, type Plan, stateLabel, toneOf } from './plan-words.part.tsx';
import type { record } from './plans.views.ts';
import './plans.css';

const { fields } = register;
const WORDS = {
  back: { zh: '返回预案列表', en: 'Back to the plans' },
  about: { zh: '概况', en: 'Overview' },
  filing: { zh: '备案与评估', en: 'Filing and evaluation' },
  command: { zh: '组织指挥', en: 'Command structure' },
  compare: { zh: '各版比较', en: 'Compare editions' },
  docx: { zh: 'DOCX', en: 'DOCX' },
  pdf: { zh: 'PDF', en: 'PDF' },
  html: { zh: '网页版', en: 'As a web page' },
  paper: { zh: '预案文本', en: 'The text' },
  levels: { zh: '响应级别', en: 'Response levels' },
  actions: { zh: '行动', en: 'Actions' },
  history: { zh: '修订记录', en: 'History' },
  write: { zh: '编制新版', en: 'Write the next edition' },
  editions: { zh: '各版', en: 'Editions' },
  unit: { zh: '编制单位', en: 'Unit' },
} as const;

/** 预案: levels with what starts them, and every clause that becomes an order, as one readable page. */
export default function PlanFile() {
  const { id } = useParams();
  const view = useView<typeof record>('plans.record', { id });
  useKeys([
    { keys: 'Escape', label: WORDS.back, act: () => go('/plans') },
    ...(view.data?.mayRenew ? [{ keys: 'e', label: WORDS.write, act: () => go(`/plans/${id}/edition`) }] : []),
  ]);
  return <Shown of={view}>{(plan) => <File plan={plan} />}</Shown>;
}

function File({ plan }: { plan: Plan }) {
  const say = useSay();
  return (
    <RecordPage
      title={plan.name}
      badges={
        <>
          <StateBadge label={stateLabel(plan.state)} tone={toneOf(plan.state)} />
          <Tag>{say(EDITION, { edition: plan.edition })}</Tag>
          <Tag>{say(labelOf(INCIDENT_KINDS, plan.incidentKind))}</Tag>
          {!isInForce(plan) && <InForce plan={plan} />}
        </>
      }
      owner={plan.unitName}
      sections={[
        { id: 'about', title: WORDS.about },
        { id: 'filing', title: WORDS.filing },
        { id: 'command', title: WORDS.command },
        { id: 'levels', title: WORDS.levels },
        { id: 'actions', title: WORDS.actions },
        { id: 'history', title: WORDS.history },
      ]}
      actions={
        plan.mayRenew && (
          <ActionBar actions={[]}>
            <Go className="button" to={`/plans/${plan.id}/edition`}>
              {say(WORDS.write)}
            </Go>
          </ActionBar>
        )
      }
    >
      <Section id="about" title={WORDS.about}>
        <Facts
          facts={[
            { label: fields.type.label, value: say(labelOf(PLAN_TYPES, plan.type)) },
            { label: fields.incidentKind.label, value: say(labelOf(INCIDENT_KINDS, plan.incidentKind)) },
            { label: WORDS.unit, value: plan.unitName },
            { label: fields.issuedAt.label, value: <Time at={plan.issuedAt} /> },
            { label: fields.key.label, value: plan.key },
            { label: WORDS.editions, value: <Editions plan={plan} /> },
            { label: WORDS.paper, value: <Paper plan={plan} /> },
            ...(plan.textId
              ? [
                  {
                    label: fields.textId.label,
                    value: <Go to={`/plan-texts/${plan.textId}`}>{say(fields.textId.label)}</Go>,
                  },
                ]
              : []),
            {
              label: fields.endConditions.label,
              value: plan.endConditions.length > 0 ? plan.endConditions.join('；') : undefined,
            },
          ]}
        />
      </Section>
      <Filing plan={plan} />
      <Contributions at="plan.sections" props={{ plan }} />
      <PlanCommand plan={plan} />
      <PlanLevels plan={plan} />
      <PlanActions plan={plan} />
      <Section id="history" title={WORDS.history}>
        <RecordTimeline register="plan" id={plan.id} />
      </Section>
    </RecordPage>
  );
}

/** Who reads an old edition is told so, and where the one in force is. */
function InForce({ plan }: { plan: Plan }) {
  const say = useSay();
  const current = plan.editions.find(isInForce);
  if (!current) return null;
  return (
    <Go to={`/plans/${current.id}`}>
      {say({ zh: '查看现行的第 {edition} 版', en: 'See edition {edition}, which is in force' }, current)}
    </Go>
  );
}

function Editions({ plan }: { plan: Plan }) {
  const say = useSay();
  return (
    <span className="row">
      {plan.editions.map(({ id, edition }) =>
        id === plan.id ? (
          <strong key={id}>{say(EDITION, { edition })}</strong>
        ) : (
          <Go key={id} to={`/plans/${id}`}>
            {say(EDITION, { edition })}
          </Go>
        ),
      )}
      {plan.editions.length > 1 && <Go to={`/plans/${plan.id}/compare`}>{say(WORDS.compare)}</Go>}
    </span>
  );
}

/** The readable text, from the same source as the orders. */
function Paper({ plan }: { plan: Plan }) {
  const say = useSay();
  const to = (format: string) => `/api/plans/${plan.id}/paper?format=${format}`;
  return (
    <span className="row">
      <a href={to('docx')}>{say(WORDS.docx)}</a>
      <a href={to('pdf')}>{say(WORDS.pdf)}</a>
      <a href={to('html')} target="_blank" rel="noreferrer">
        {say(WORDS.html)}
      </a>
    </span>
  );
}
