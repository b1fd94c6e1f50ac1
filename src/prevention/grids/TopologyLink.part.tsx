import { Go, useSay } from '../../foundation/design-system/web.ts';
import type { RegisterFaces } from '../../foundation/registers/define.ts';
import { grids } from './grid.register.ts';

const WORDS = { check: { zh: '检查空隙与重叠', en: 'Look for gaps and overlaps' } } as const;

/** Above the list of grids: the way to the check of their ground. */
export default function TopologyLink({ faces }: { faces: RegisterFaces }) {
  const say = useSay();
  if (faces.register.name !== grids.register.name) return null;
  return (
    <p>
      <Go to="/grid-topology">{say(WORDS.check)}</Go>
    </p>
  );
}
