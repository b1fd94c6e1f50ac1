import type { OutputOf } from '../../foundation/api/web.ts';
import { Tag, useSay } from '../../foundation/design-system/web.ts';
import { linkageLifecycle } from './linkage.lifecycle.ts';
import type { list, record } from './linkages.views.ts';

export type LinkageFile = OutputOf<typeof record>;
export type LinkageItem = OutputOf<typeof list>['items'][number];

export function LinkageState({ state }: { state: LinkageItem['state'] }) {
  const say = useSay();
  return <Tag>{say(linkageLifecycle.states[state])}</Tag>;
}

/** Where a linkage begins: from a record or from ground that was drawn. */
export const linkageAddress = (origin: { register: string; recordId: string } | { within: string }): string =>
  `/linkages/new?${new URLSearchParams(origin)}`;
