import { useEffect } from 'react';
import { Empty, go, menuScreens, Page, useMay, useWorkplace } from '../../foundation/design-system/web.ts';

const TITLE = { zh: '首页', en: 'First page' };
const NOTHING = { zh: '您的岗位还没有可用的页面', en: 'Your post has no pages yet' };
const HINT = { zh: '请联系安全管理员授予权限。', en: 'Ask the security administrator for rights.' };

/** Leads to the first screen of the menu that this person may open: the room's is 态势, an auditor's the trail. */
export function FirstScreen() {
  const { contributions } = useWorkplace();
  const may = useMay();
  const shown = menuScreens(contributions).filter((screen) => may(screen.permission));
  // What needs a right is what the post is for; messages are everybody's.
  const first = shown.find((screen) => screen.permission !== undefined) ?? shown[0];
  useEffect(() => {
    if (first) go(first.path, { replaces: true });
  }, [first]);
  if (first) return null;
  return (
    <Page title={TITLE}>
      <Empty title={NOTHING} hint={HINT} />
    </Page>
  );
}
