import { Suspense, useEffect, useRef } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { firstMatch } from './address.rules.ts';
import { Go, ParamsContext, usePath } from './address.tsx';
import { useSay } from './language.ts';
import { usePageTitle } from './page-title.ts';
import { Fence, Notice, Skeleton } from './States.part.tsx';
import { lazyOf, useMay } from './workplace.tsx';

const WORDS = {
  missing: { zh: '没有这个页面', en: 'There is no such page' },
  missingHint: { zh: '地址 {path} 不存在，可能已改名。', en: 'The address {path} does not exist or has a new name.' },
  refused: { zh: '您无权打开「{title}」', en: 'You may not open “{title}”' },
  refusedHint: {
    zh: '缺少权限：{permission}。可由安全管理员授予。',
    en: 'The right {permission} is missing. The security administrator can grant it.',
  },
  home: { zh: '回到首页', en: 'Go to the first page' },
} as const satisfies Record<string, Phrase>;

interface Addressed {
  readonly path: string;
  readonly title: Phrase;
  readonly permission?: string;
  readonly load: () => Promise<{ default: unknown }>;
}

/** The screen of an address. */
export const screenAt = <One extends { readonly path: string }>(
  screens: readonly One[],
  path: string,
): One | undefined => firstMatch(screens, path)?.found;

/** Draws the screen of the present address; says so when there is none or when the right is missing. */
export function ScreenOutlet({ screens }: { screens: readonly Addressed[] }) {
  const path = usePath();
  const may = useMay();
  const outlet = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  // A new page is read from its heading, and keys start there: for eyes it is at the top already.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the path changes
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    outlet.current?.parentElement?.scrollTo(0, 0);
    const timer = setTimeout(() => {
      // Whoever is faster and already in a field of the new page stays there.
      if (outlet.current?.contains(document.activeElement)) return;
      outlet.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    }, 60);
    return () => clearTimeout(timer);
  }, [path]);

  const match = firstMatch(screens, path);
  const draw = () => {
    if (!match) return <Missing path={path} />;
    const { found, params } = match;
    if (!may(found.permission)) return <Refused title={found.title} permission={found.permission ?? ''} />;
    const Shown = lazyOf(found.load);
    return (
      <ParamsContext value={params}>
        <Fence resetKey={path}>
          <Suspense fallback={<Skeleton rows={8} />}>
            <Shown key={path} />
          </Suspense>
        </Fence>
      </ParamsContext>
    );
  };
  return (
    <div ref={outlet} className="outlet">
      {draw()}
    </div>
  );
}

function Missing({ path }: { path: string }) {
  const say = useSay();
  usePageTitle(say(WORDS.missing));
  return (
    <div className="page">
      <h1 tabIndex={-1} className="unseen">
        {say(WORDS.missing)}
      </h1>
      <Notice title={say(WORDS.missing)} hint={say(WORDS.missingHint, { path })} action={<Home />} />
    </div>
  );
}

function Refused({ title, permission }: { title: Phrase; permission: string }) {
  const say = useSay();
  const words = say(WORDS.refused, { title: say(title) });
  usePageTitle(words);
  return (
    <div className="page" role="alert">
      <h1 tabIndex={-1} className="unseen">
        {words}
      </h1>
      <Notice title={words} hint={say(WORDS.refusedHint, { permission })} action={<Home />} />
    </div>
  );
}

function Home() {
  const say = useSay();
  return (
    <Go className="button button-plain" to="/">
      {say(WORDS.home)}
    </Go>
  );
}
