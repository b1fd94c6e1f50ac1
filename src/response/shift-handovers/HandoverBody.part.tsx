import { Facts, Section, StateBadge, Time } from '../../foundation/design-system/web.ts';
import { useViewer } from '../../foundation/identity/web.ts';
import { DEVICES, HandOver, type Sheet } from './HandoverSigning.part.tsx';
import { OpenMatterList } from './OpenMatterList.part.tsx';
import { shiftHandoverLifecycle } from './shift-handover.lifecycle.ts';
import { shiftHandover } from './shift-handover.register.ts';
import './handovers.css';

const { fields: of } = shiftHandover;
const MATTERS = { zh: '待办事项（系统自动列出）', en: 'Open matters, listed by the system' } as const;
const SIGN = { zh: '补充并签名', en: 'Complete and sign' } as const;
const SHEET = { zh: '交接内容', en: 'Handed over' } as const;
const STATES = {
  sound: { zh: '正常', en: 'Works' },
  faulty: { zh: '故障', en: 'Faulty' },
  none: { zh: '未配备', en: 'Not there' },
} as const;
const TONES = { pending: 'active', handed: 'waiting', taken: 'done', refused: 'waiting' } as const;

export function HandoverState({ of: { state } }: { of: Pick<Sheet, 'state'> }) {
  return <StateBadge label={shiftHandoverLifecycle.states[state]} tone={TONES[state]} />;
}

/** The sheet itself, for desk and phone: what is open, what people add, both signatures. */
export function HandoverBody({ sheet, say }: { sheet: Sheet; say: (phrase: { zh: string; en: string }) => string }) {
  const { person } = useViewer();
  const isWritten = sheet.state === 'pending' || sheet.state === 'refused';
  return (
    <>
      <Section title={MATTERS}>
        <OpenMatterList matters={sheet.openMatters} />
      </Section>
      {isWritten && sheet.giverId === person.id ? (
        <Section title={SIGN}>
          {sheet.refusal && (
            <p className="problem" role="note">
              {say(of.refusal.label)}：{sheet.refusal}
            </p>
          )}
          <HandOver sheet={sheet} />
        </Section>
      ) : (
        <Section title={SHEET}>
          <Facts
            facts={[
              { label: of.giverId.label, value: sheet.giverName },
              { label: of.handedAt.label, value: sheet.handedAt && <Time at={sheet.handedAt} /> },
              { label: of.takerId.label, value: sheet.takerName },
              { label: of.takenAt.label, value: sheet.takenAt && <Time at={sheet.takenAt} /> },
              ...DEVICES.map((name) => ({ label: of[name].label, value: say(STATES[sheet[name] ?? 'none']) })),
              { label: of.focus.label, value: sheet.focus },
              { label: of.goods.label, value: sheet.goods },
              { label: of.abnormal.label, value: sheet.abnormal },
              ...(sheet.refusal ? [{ label: of.refusal.label, value: sheet.refusal }] : []),
            ]}
          />
        </Section>
      )}
    </>
  );
}
