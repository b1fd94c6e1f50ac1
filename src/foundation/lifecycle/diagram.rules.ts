import { layers, type Node, SPACE, settle } from './layers.rules.ts';

/*
 * Where the boxes and arrows of a lifecycle stand. Layers from top to bottom: states on even ranks, the words of arrows on
 * odd ones, so that no word ever lies on a box, an arrow or another word. The same lifecycle is always drawn the same.
 */

export interface DiagramState {
  readonly name: string;
  readonly label: string;
}

export interface DiagramStep {
  readonly label: string;
  readonly from: readonly string[];
  readonly to: string;
}

export interface PlacedState {
  readonly name: string;
  readonly label: string;
  /** Steps that leave the state as it is. */
  readonly loops: readonly string[];
  /** Centre, in pixels from the upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedArrow {
  readonly key: string;
  /** SVG path, running the way the step goes. */
  readonly path: string;
  readonly labels: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Diagram {
  readonly width: number;
  readonly height: number;
  readonly states: readonly PlacedState[];
  readonly arrows: readonly PlacedArrow[];
}

/** One arrow between two states; `chain` runs downwards whichever way the arrow goes. */
interface Edge {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly labels: string[];
  readonly isUpward: boolean;
  chain: Node[];
}

/** Han characters are as wide as they are high, letters about half. */
export const textWidth = (text: string, size: number) =>
  [...text].reduce((sum, letter) => sum + (/[ -ɏ]/.test(letter) ? 0.56 : 1), 0) * size;

export function placeDiagram(states: readonly DiagramState[], steps: readonly DiagramStep[]): Diagram {
  const order = new Map(states.map(({ name }, index) => [name, index]));
  const edges = edgesOf(steps, order);
  const rankOf = ranksOf(states, edges);
  const loopsOf = (name: string) =>
    steps.filter(({ from, to }) => to === name && from.includes(name)).map(({ label }) => label);
  const boxes = new Map(
    states.map(({ name, label }) => {
      const loops = loopsOf(name);
      const width = Math.max(96, textWidth(label, 14) + 32, ...loops.map((loop) => textWidth(loop, 12) + 44));
      const height = 36 + loops.length * SPACE.line;
      return [name, { id: name, rank: (rankOf.get(name) ?? 0) * 2, width, height, x: 0, y: 0, run: 0 } as Node];
    }),
  );
  for (const edge of edges) edge.chain = chainOf(edge, boxes);
  const ranks = layers(
    [...boxes.values()],
    edges.map(({ chain }) => chain),
  );
  const { width, height } = settle(
    ranks,
    edges.map(({ chain }) => chain),
  );
  return {
    width,
    height,
    states: states.map(({ name, label }) => ({ ...placed(boxes.get(name)), name, label, loops: loopsOf(name) })),
    arrows: edges.map((edge) => ({
      ...placed(labelNode(edge)),
      key: edge.key,
      labels: edge.labels,
      path: pathOf(edge, edges),
    })),
  };
}

const placed = (node: Node | undefined) => {
  const { x, y, width, height } = node as Node;
  return { x, y, width, height };
};

function edgesOf(steps: readonly DiagramStep[], order: ReadonlyMap<string, number>): Edge[] {
  const edges = new Map<string, Edge>();
  for (const { label, from, to } of steps) {
    for (const source of from.filter((name) => name !== to)) {
      const key = `${source} ${to}`;
      const edge = edges.get(key) ?? {
        key,
        from: source,
        to,
        labels: [],
        // States are declared in the order of the work: what leads back to an earlier one goes upwards.
        isUpward: (order.get(to) ?? 0) < (order.get(source) ?? 0),
        chain: [],
      };
      edge.labels.push(label);
      edges.set(key, edge);
    }
  }
  return [...edges.values()];
}

const upper = (edge: Edge) => (edge.isUpward ? edge.to : edge.from);
const lower = (edge: Edge) => (edge.isUpward ? edge.from : edge.to);

/** Longest way down from the top; upward arrows do not count. */
function ranksOf(states: readonly DiagramState[], edges: readonly Edge[]): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const { name } of states) {
    const above = edges.filter((edge) => lower(edge) === name).map((edge) => (ranks.get(upper(edge)) ?? 0) + 1);
    ranks.set(name, Math.max(0, ...above));
  }
  return ranks;
}

/** Upper box, one place on every rank between (the first holds the words), lower box. */
function chainOf(edge: Edge, boxes: ReadonlyMap<string, Node>): Node[] {
  const top = boxes.get(upper(edge)) as Node;
  const bottom = boxes.get(lower(edge)) as Node;
  const between: Node[] = [];
  // The words stand beside the state the step is taken from.
  const wordsAt = edge.isUpward ? bottom.rank - 1 : top.rank + 1;
  for (let rank = top.rank + 1; rank < bottom.rank; rank += 1) {
    const size =
      rank === wordsAt
        ? {
            width: Math.max(...edge.labels.map((label) => textWidth(label, 12))) + 10,
            height: edge.labels.length * SPACE.line,
          }
        : { width: 8, height: 0 };
    between.push({ id: `${edge.key} ${rank}`, rank, ...size, x: 0, y: 0, run: 0 });
  }
  return [top, ...between, bottom];
}

const labelNode = (edge: Edge) => (edge.isUpward ? edge.chain.at(-2) : edge.chain[1]) as Node;

/** Where an arrow meets a box: the arrows of a side share its width in the order of where they go. */
function port(edge: Edge, edges: readonly Edge[], side: 'top' | 'bottom'): number {
  const box = (side === 'bottom' ? edge.chain[0] : edge.chain.at(-1)) as Node;
  const towards = ({ chain }: Edge) => (side === 'bottom' ? chain[1] : chain.at(-2)) as Node;
  const sharing = edges
    .filter(({ chain }) => (side === 'bottom' ? chain[0] : chain.at(-1)) === box)
    .sort((one, other) => towards(one).x - towards(other).x);
  const step = Math.min(28, (box.width - 24) / sharing.length);
  return box.x + (sharing.indexOf(edge) - (sharing.length - 1) / 2) * step;
}

function pathOf(edge: Edge, edges: readonly Edge[]): string {
  const top = edge.chain[0] as Node;
  const bottom = edge.chain.at(-1) as Node;
  const between = edge.chain.slice(1, -1);
  const points = [
    { x: port(edge, edges, 'bottom'), y: top.y + top.height / 2 },
    ...between.flatMap(({ x, y, run }) => [
      { x, y: y - run / 2 },
      { x, y: y + run / 2 },
    ]),
    { x: port(edge, edges, 'top'), y: bottom.y - bottom.height / 2 },
  ];
  const way = edge.isUpward ? points.toReversed() : points;
  const round = (value: number) => Math.round(value * 10) / 10;
  return way
    .map(({ x, y }, index) => {
      const before = way[index - 1];
      if (!before) return `M${round(x)} ${round(y)}`;
      const half = round((before.y + y) / 2);
      return `C${round(before.x)} ${half} ${round(x)} ${half} ${round(x)} ${round(y)}`;
    })
    .join('');
}
