import { Go, useSay } from '../../foundation/design-system/web.ts';
import { WallDoor } from '../../foundation/identity/web.ts';
import type { RecordJson } from '../../foundation/registers/web.ts';

const WORDS = {
  preview: { zh: '在本机预览', en: 'Preview on this machine' },
  how: {
    zh: '画面按次序轮换；在「一张图」选好图层和范围后按「放到大屏」可加入画面。大屏机器打开一次性链接或在 /wall 输入代码，之后只显示、不能办理。',
    en: 'Views take turns. On the one map, “Put on a wall” adds what is shown. The machine behind the wall opens the one-time link, or types the code at /wall; it then shows and does nothing.',
  },
} as const;

/** How this wall is opened on its machine, and where it is open now. */
export default function WallOpening({ record }: { record: RecordJson }) {
  const say = useSay();
  return (
    <>
      <p className="soft">{say(WORDS.how)}</p>
      <WallDoor
        personId={String(record.accountPersonId)}
        opens={`/wall/${record.id}`}
        beside={
          <Go className="button" to={`/wall/${record.id}`}>
            {say(WORDS.preview)}
          </Go>
        }
      />
    </>
  );
}
