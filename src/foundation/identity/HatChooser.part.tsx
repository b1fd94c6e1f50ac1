import type { Phrase } from '../../kernel/phrases.ts';
import { actingHat, refreshAll } from '../api/web.ts';
import { go, MenuButton, useSay } from '../design-system/web.ts';
import { useStore } from '../live/web.ts';
import { signOut, useViewer } from './session.part.tsx';

const WORDS = {
  name: { zh: '当前身份与退出', en: 'Your post, and signing out' },
  mine: { zh: '我的账号', en: 'My account' },
  out: { zh: '退出登录', en: 'Sign out' },
  none: { zh: '无岗位', en: 'No post' },
} as const satisfies Record<string, Phrase>;

/** Acts under another hat from now on: what may be done depends on it, so everything is asked again. */
export function chooseHat(id: string): void {
  actingHat.set(id);
  refreshAll();
}

/** Under which post this tab acts and signs; signing out stands here, too. */
export function HatChooser() {
  const say = useSay();
  const { hats, person } = useViewer();
  const acting = useStore(actingHat);
  const hat = hats.find(({ id }) => id === acting);
  const words = hat ? `${hat.unit.shortName} ${hat.postName}` : say(WORDS.none);
  return (
    <MenuButton
      name={`${say(WORDS.name)}: ${person.name} ${words}`}
      className="top-button"
      label={
        <>
          <b>{person.name}</b>
          <span>{words}</span>
        </>
      }
      items={[
        ...hats.map(({ id, postName, unit }) => ({
          key: id,
          label: `${unit.shortName} ${postName}`,
          isChosen: id === acting,
          act: () => chooseHat(id),
        })),
        { key: 'mine', label: say(WORDS.mine), act: () => go('/me') },
        { key: 'out', label: say(WORDS.out), act: () => void signOut() },
      ]}
    />
  );
}

/** The hat this tab acts under now; undefined for somebody without a post. */
export function useHat() {
  const { hats } = useViewer();
  const acting = useStore(actingHat);
  return hats.find(({ id }) => id === acting);
}
