import { useView } from '../../foundation/api/web.ts';
import { Go, useSay } from '../../foundation/design-system/web.ts';
import { useViewer } from '../../foundation/identity/web.ts';
import type { now } from './duty-shifts.views.ts';
import { dutyLabel } from './duty-words.part.tsx';
import './duty.css';

const NOBODY = { zh: '无人值班', en: 'Nobody on duty' };

/** Who is on duty in one's own house, in the top line of every page: «带班 王× 值班员 李×». */
export default function OnDutyBar() {
  const say = useSay();
  const { hats } = useViewer();
  const unitId = hats[0]?.unit.id ?? '';
  const view = useView<typeof now>('dutyShifts.now', { unitId }, { isEnabled: unitId !== '' });
  const unit = view.data?.units[0];
  if (!unit) return null;
  return (
    <Go to="/duty" className="duty-shell">
      {unit.onDuty.length === 0 && <span>{say(NOBODY)}</span>}
      {unit.onDuty.slice(0, 3).map(({ id, dutyKind, personName }) => (
        <span key={id}>
          <small>{say(dutyLabel(dutyKind))}</small> {personName}
        </span>
      ))}
    </Go>
  );
}
