import { Children, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useSay } from '../../foundation/design-system/web.ts';

const MORE = { zh: '另有 {count} 项', en: '{count} more' };

/** As many lines as the ground has room for, whole ones; nobody scrolls a wall, so the rest is counted. */
export function Fitting({ children }: { children: ReactNode }) {
  const say = useSay();
  const list = useRef<HTMLUListElement>(null);
  const lines = Children.toArray(children);
  const [fitting, setFitting] = useState(lines.length);
  useLayoutEffect(() => {
    const box = list.current;
    if (!box) return;
    const measure = () => {
      const foot = box.getBoundingClientRect().bottom;
      const whole = [...box.children].filter((line) => line.getBoundingClientRect().bottom <= foot + 1).length;
      setFitting(whole);
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    return () => watch.disconnect();
  });
  const hidden = lines.length - fitting;
  return (
    <div className="wall-list">
      <ul ref={list}>{lines}</ul>
      {hidden > 0 && <p className="soft">{say(MORE, { count: hidden })}</p>}
    </div>
  );
}
