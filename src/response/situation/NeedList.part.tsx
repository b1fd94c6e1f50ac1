import type { Command } from '../../foundation/api/define.ts';
import { useCommand } from '../../foundation/api/web.ts';
import {
  Button,
  Countdown,
  Empty,
  Go,
  MarkBadge,
  PinIcon,
  Section,
  toast,
  useMay,
  useSay,
  useWorkplace,
} from '../../foundation/design-system/web.ts';
import { useHat } from '../../foundation/identity/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { Need, Situation } from './Situation.screen.tsx';

const WORDS = {
  title: { zh: '现在需要你', en: 'What needs you now' },
  late: { zh: '逾期 {late}', en: '{late} late' },
  none: { zh: '现在没有待办', en: 'Nothing is waiting' },
  noneHint: { zh: '接到报告按 N 登记。', en: 'Press N to take a report.' },
  show: { zh: '在地图上看', en: 'Show on the map' },
  more: { zh: '另有 {count} 项', en: '{count} more' },
} as const satisfies Record<string, Phrase>;

/** The lines that fit the column; what is later can wait for them. */
const SHOWN = 30;

/** In the order of what harms first; a line has one act and goes when it is done. */
export function NeedList({
  needs,
  waiting,
  isOnMap,
  onShow,
}: Pick<Situation, 'needs' | 'waiting'> & { isOnMap: (need: Need) => boolean; onShow: (need: Need) => void }) {
  const say = useSay();
  const mayTake = useMay()('intake.take');
  return (
    <Section
      title={WORDS.title}
      aside={
        <span className="row">
          {waiting.late > 0 && <span className="soft">{say(WORDS.late, { late: waiting.late })}</span>}
          <span className="big-number">{waiting.total}</span>
        </span>
      }
    >
      {needs.length === 0 ? (
        <Empty title={WORDS.none} {...(mayTake ? { hint: WORDS.noneHint } : {})} />
      ) : (
        <ul className="needs">
          {needs.slice(0, SHOWN).map((need) => (
            <li key={`${need.kind} ${need.id}`}>
              <Countdown dueAt={need.dueAt} />
              <div>
                <p>
                  <MarkBadge mark={need.mark} />
                  {say(need.title)}
                </p>
                <p className="soft">{need.who}</p>
              </div>
              {isOnMap(need) && (
                <button
                  type="button"
                  className="button-bare"
                  title={say(WORDS.show)}
                  aria-label={`${say(WORDS.show)}: ${say(need.title)}`}
                  onClick={() => onShow(need)}
                >
                  <PinIcon />
                </button>
              )}
              <ActionOf need={need} />
            </li>
          ))}
        </ul>
      )}
      {waiting.total > SHOWN && <p className="soft">{say(WORDS.more, { count: waiting.total - SHOWN })}</p>}
    </Section>
  );
}

/** One press does it where it can be done from here; the way to its page stands beside. */
function ActionOf({ need }: { need: Need }) {
  const say = useSay();
  const hat = useHat();
  const hasPage = useHasPage();
  // A record without a page of its own is seen to in its list.
  const to = [need.to, need.to.replace(/\/[^/?]+$/, '')].find(hasPage);
  // A wall shows; who acts sits at a desk.
  if (hat?.role === 'wall') return null;
  return (
    <div className="need-action">
      {need.command && <PressOnce command={need.command} title={say(need.title)} />}
      {(!need.command || need.isMine) && to && (
        <Go className="button" to={to} aria-label={`${say(need.act)}: ${say(need.title)}`}>
          {say(need.act)}
        </Go>
      )}
    </div>
  );
}

/** Is there a page at this address? A limit may bind a record that has none. */
function useHasPage() {
  const { contributions } = useWorkplace();
  const pages = contributions
    .flatMap(({ screens }) => screens)
    .map(({ path }) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`));
  return (to: string) => pages.some((page) => page.test(to.split('?')[0] ?? ''));
}

function PressOnce({ command, title }: { command: NonNullable<Need['command']>; title: string }) {
  const say = useSay();
  const pressing = useCommand<Command<string, Record<string, string>, object>>(command.name);
  const press = async () => {
    if (await pressing.run(command.input)) toast(command.done);
  };
  return (
    <>
      <Button isBusy={pressing.isRunning} onClick={() => void press()} aria-label={`${say(command.label)}: ${title}`}>
        {say(command.label)}
      </Button>
      {pressing.problem && (
        <p className="problem" role="alert">
          {say(pressing.problem.phrase)}
        </p>
      )}
    </>
  );
}
