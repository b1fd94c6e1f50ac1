import { useId, useMemo } from 'react';
import { useSay } from '../design-system/web.ts';
import { type PlacedState, placeDiagram } from './diagram.rules.ts';
import type { Lifecycle } from './Lifecycles.screen.tsx';

const ABOUT = {
  zh: '{label}的流程图：{states} 个状态，{steps} 个步骤。内容与下方的表相同。',
  en: 'Diagram of the lifecycle “{label}”: {states} states, {steps} steps. The table below says the same.',
};

/** The lifecycle as boxes and arrows, from top to bottom. */
export function Diagram({ lifecycle }: { lifecycle: Lifecycle }) {
  const say = useSay();
  const id = useId();
  const { states, transitions, initial } = lifecycle;
  const diagram = useMemo(
    () =>
      placeDiagram(
        states.map(({ name, label }) => ({ name, label: say(label) })),
        transitions.map(({ label, from, to }) => ({ label: say(label), from, to })),
      ),
    [states, transitions, say],
  );
  const isEnd = (name: string) => !transitions.some(({ from, to }) => from.includes(name) && to !== name);
  const about = say(ABOUT, { label: say(lifecycle.label), states: states.length, steps: transitions.length });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a phone, and keys must be able to move it
    <section className="lifecycle-scroll" tabIndex={0} aria-label={about}>
      <svg
        className="lifecycle"
        role="img"
        aria-label={about}
        viewBox={`0 0 ${diagram.width} ${diagram.height}`}
        width={diagram.width}
        height={diagram.height}
      >
        <defs>
          <marker id={id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
            <path d="M0 0 8 4 0 8Z" />
          </marker>
        </defs>
        {diagram.arrows.map(({ key, path }) => (
          <path key={key} className="lifecycle-arrow" d={path} markerEnd={`url(#${id})`} />
        ))}
        {diagram.arrows.map(({ key, labels, x, y, width, height }) => (
          <g key={key}>
            <rect className="lifecycle-words" x={x - width / 2} y={y - height / 2} width={width} height={height} />
            {labels.map((label, index) => (
              <text key={label} className="lifecycle-step" x={x} y={y - height / 2 + 13 + index * 18}>
                {label}
              </text>
            ))}
          </g>
        ))}
        {diagram.states.map((state) => (
          <State key={state.name} state={state} isEnd={isEnd(state.name)}>
            {state.name === initial && <Start state={state} marker={id} />}
          </State>
        ))}
      </svg>
    </section>
  );
}

function State({ state, isEnd, children }: { state: PlacedState; isEnd: boolean; children: React.ReactNode }) {
  const { x, y, width, height, label, loops } = state;
  const frame = (inset: number) => ({
    x: x - width / 2 + inset,
    y: y - height / 2 + inset,
    width: width - 2 * inset,
    height: height - 2 * inset,
    rx: 4,
  });
  return (
    <g>
      {children}
      <rect className="lifecycle-state" {...frame(0)} />
      {isEnd && <rect className="lifecycle-end" {...frame(3)} />}
      <text className="lifecycle-name" x={x} y={y - height / 2 + 23}>
        {label}
      </text>
      {loops.map((loop, index) => (
        <text key={loop} className="lifecycle-step" x={x} y={y - height / 2 + 42 + index * 18}>
          ↻ {loop}
        </text>
      ))}
    </g>
  );
}

function Start({ state: { x, y, height }, marker }: { state: PlacedState; marker: string }) {
  const top = y - height / 2;
  return (
    <>
      <circle className="lifecycle-start" cx={x} cy={top - 28} r={6} />
      <path className="lifecycle-arrow" d={`M${x} ${top - 22}V${top}`} markerEnd={`url(#${marker})`} />
    </>
  );
}
