import { useCommand, useView } from '../../foundation/api/web.ts';
import { Button, Go, go, useMay, useSay } from '../../foundation/design-system/web.ts';
import { useViewer } from '../../foundation/identity/web.ts';
import type { begin } from './shift-handovers.commands.ts';
import type { list } from './shift-handovers.views.ts';

const WORDS = {
  begin: { zh: '交班', en: 'Hand over' },
  toSign: { zh: '有 {count} 份交接班待您签名', en: '{count} hand-overs wait for your signature' },
} as const;

/** 交班 of one's own house in one press, and what waits for one's signature. */
export default function BeginHandover() {
  const say = useSay();
  const may = useMay();
  const { hats, person } = useViewer();
  const beginning = useCommand<typeof begin>('shiftHandovers.begin');
  const open = useView<typeof list>('shiftHandovers.list', { isOpen: true });
  const mine = open.data?.items.filter(({ state, takerId }) => state === 'handed' && takerId === person.id) ?? [];
  const unitId = hats[0]?.unit.id;
  const start = async () => {
    const made = unitId && (await beginning.run({ unitId }));
    if (made) go(`/shift-handovers/${made.id}`);
  };
  return (
    <span className="row">
      {mine[0] && <Go to={`/shift-handovers/${mine[0].id}`}>{say(WORDS.toSign, { count: mine.length })}</Go>}
      {may('shift_handover.write') && (
        <Button kind="main" isBusy={beginning.isRunning} onClick={() => void start()}>
          {say(WORDS.begin)}
        </Button>
      )}
      {beginning.problem && <span className="problem">{say(beginning.problem.phrase)}</span>}
    </span>
  );
}
