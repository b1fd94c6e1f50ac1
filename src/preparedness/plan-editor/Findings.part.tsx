import { useMemo } from 'react';
import { type OutputOf, useView } from '../../foundation/api/web.ts';
import { Button, Section, useSay } from '../../foundation/design-system/web.ts';
import { type Finding, findingsOf, type PlanWords, type Standing } from '../plans/define.ts';
import type { standing } from './standing.views.ts';

const WORDS = {
  title: { zh: '核对', en: 'Checks' },
  counts: { zh: '{faults} 处不能发布 · {warnings} 处提醒', en: '{faults} faults · {warnings} warnings' },
  none: { zh: '没有发现问题', en: 'Nothing found' },
  fault: { zh: '不能发布', en: 'Fault' },
  warning: { zh: '提醒', en: 'Warning' },
} as const;

/** What is wrong with a plan as it stands now, read against the posts and resources of today; live while it is written. */
export function useFindings(plan: PlanWords): readonly Finding[] {
  const view = useView<typeof standing>('planEditor.standing', {});
  const known = useMemo(() => (view.data ? standingOf(view.data) : undefined), [view.data]);
  return useMemo(() => findingsOf(plan, known), [plan, known]);
}

function standingOf({ posts, streets, resources }: OutputOf<typeof standing>): Standing {
  const held = posts.filter(({ isHeld }) => isHeld);
  return {
    held: new Set(held.map(({ unitId, role }) => `${unitId} ${role}`)),
    posts: new Set(held.map(({ id }) => id)),
    streets,
    resources,
  };
}

export function Findings({
  findings,
  onOpen,
}: {
  findings: readonly Finding[];
  /** Opens the clause a finding is about. */
  onOpen: (clause: string) => void;
}) {
  const say = useSay();
  const faults = findings.filter(({ severity }) => severity === 'fault').length;
  const counts = say(WORDS.counts, { faults, warnings: findings.length - faults });
  return (
    <Section id="checks" title={WORDS.title} aside={<span className="soft">{counts}</span>}>
      {findings.length === 0 && <p className="soft">{say(WORDS.none)}</p>}
      <ul className="plan-findings">
        {findings.map((finding) => (
          <li key={`${finding.severity}${finding.words.zh}`} className={`plan-${finding.severity}`}>
            <strong>{say(WORDS[finding.severity])}</strong>{' '}
            {finding.part === 'action' && finding.name ? (
              <Button kind="bare" onClick={() => onOpen(finding.name)}>
                {say(finding.words)}
              </Button>
            ) : (
              <span>{say(finding.words)}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
