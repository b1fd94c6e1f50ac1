import type { ReadContext } from '../../foundation/api/context.ts';
import { hiddenFromWall } from '../../foundation/geo/index.ts';
import { isWallAccount, NOT_A_WALL } from '../../foundation/identity/index.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { mapOf } from './wall-scene.rules.ts';

type Values = Readonly<Record<string, unknown>>;
type Fault = { field: string; reason: Phrase } | undefined;

/** The account of a wall does nothing else: what is typed at the wall's machine can then change nothing. */
export async function judgeDisplay(ctx: ReadContext, { accountPersonId }: Values): Promise<Fault> {
  const isFit = await isWallAccount(ctx, String(accountPersonId ?? ''));
  return isFit ? undefined : { field: 'accountPersonId', reason: NOT_A_WALL };
}

/** A layer that the wall may not see would be an empty picture in front of everybody. */
export async function judgeScene(ctx: ReadContext, { mapAddress }: Values): Promise<Fault> {
  const map = mapOf(mapAddress as string | null);
  const hidden = map ? await hiddenFromWall(ctx, map.on) : [];
  if (hidden.length === 0) return undefined;
  const [zh, en] = [hidden.map((label) => label.zh).join('、'), hidden.map((label) => label.en).join(', ')];
  return {
    field: 'mapAddress',
    reason: {
      zh: `含有大屏不能显示的图层：${zh}；请关闭后再复制链接`,
      en: `has layers that a wall may not show: ${en}`,
    },
  };
}
