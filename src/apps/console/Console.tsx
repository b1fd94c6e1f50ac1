import {
  CommandPalette,
  type Screen,
  ScreenOutlet,
  screenAt,
  Toasts,
  usePath,
  WorkplaceProvider,
} from '../../foundation/design-system/web.ts';
import { KeptCommands, useViewer } from '../../foundation/identity/web.ts';
import { contributions } from './capabilities.ts';
import { FirstScreen } from './FirstScreen.tsx';
import { MainMenu } from './MainMenu.tsx';
import { SkipLink } from './SkipLink.tsx';
import { TopBar } from './TopBar.tsx';

const screens: readonly Screen[] = [
  ...contributions.flatMap((contribution) => contribution.screens),
  { path: '/', title: { zh: '首页', en: 'First page' }, load: async () => ({ default: FirstScreen }) },
];

/** Bar and menu around the screen, except for one that fills the window. */
function Frame() {
  const path = usePath();
  if (screenAt(screens, path)?.isWhole) return <ScreenOutlet screens={screens} />;
  return (
    <>
      <div className="console">
        <SkipLink />
        <TopBar />
        <MainMenu />
        <main id="main" tabIndex={-1}>
          <KeptCommands />
          <ScreenOutlet screens={screens} />
        </main>
      </div>
      <CommandPalette />
      <Toasts />
    </>
  );
}

/** The room's shell: bar, menu, and the screen of the address. */
export default function Console() {
  const { permissions } = useViewer();
  return (
    <WorkplaceProvider contributions={contributions} permissions={permissions}>
      <Frame />
    </WorkplaceProvider>
  );
}
