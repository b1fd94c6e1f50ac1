import type { OutputOf } from '../../foundation/api/web.ts';
import { StateBadge } from '../../foundation/design-system/web.ts';
import { reviewLifecycle } from './review.lifecycle.ts';
import type { record } from './reviews.views.ts';

/** What `review.sections` gives its parts: the review as its page shows it. */
export interface ReviewPartProps {
  readonly review: OutputOf<typeof record>;
}

const TONES = { due: 'active', under_way: 'active', finished: 'done' } as const;

export function ReviewState({ of }: { of: { readonly state: keyof typeof TONES } }) {
  return <StateBadge label={reviewLifecycle.states[of.state]} tone={TONES[of.state]} />;
}
