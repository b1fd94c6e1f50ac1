/** Room around things on a diagram, in pixels. */
export const SPACE = { between: 16, ranks: 18, edge: 20, line: 18 } as const;

/** A box, the words of an arrow, or the place where an arrow passes a rank; x and y are its centre. */
export interface Node {
  readonly id: string;
  readonly rank: number;
  readonly width: number;
  readonly height: number;
  x: number;
  y: number;
  /** How far an arrow runs straight down here, so that it cuts no corner of its neighbours. */
  run: number;
}

/** Nodes tied from top to bottom; neighbours in it stand on neighbouring ranks. */
export type Chain = readonly Node[];

function neighbours(chains: readonly Chain[]) {
  const above = new Map<Node, Node[]>();
  const below = new Map<Node, Node[]>();
  for (const chain of chains) {
    for (const [index, node] of chain.slice(0, -1).entries()) {
      const next = chain[index + 1] as Node;
      below.set(node, [...(below.get(node) ?? []), next]);
      above.set(next, [...(above.get(next) ?? []), node]);
    }
  }
  return { above, below };
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** Nodes by rank, ordered so that few arrows cross: each goes to the middle of those it is tied to, a few times over. */
export function layers(boxes: readonly Node[], chains: readonly Chain[]): Node[][] {
  const ranks: Node[][] = [];
  for (const node of [...boxes, ...chains.flatMap((chain) => chain.slice(1, -1))]) {
    const rank = ranks[node.rank] ?? [];
    rank.push(node);
    ranks[node.rank] = rank;
  }
  const { above, below } = neighbours(chains);
  let best = ranks.map((rank) => [...rank]);
  let fewest = crossings(best, below);
  for (let sweep = 0; sweep < 12 && fewest > 0; sweep += 1) {
    const isDown = sweep % 2 === 0;
    const places = new Map(ranks.flatMap((rank) => rank.map((node, index) => [node, index] as const)));
    for (const rank of isDown ? ranks : ranks.toReversed()) {
      const wanted = new Map(
        rank.map((node, index) => {
          const tied = (isDown ? above : below).get(node) ?? [];
          return [node, tied.length > 0 ? mean(tied.map((one) => places.get(one) ?? 0)) : index];
        }),
      );
      rank.sort((one, other) => (wanted.get(one) ?? 0) - (wanted.get(other) ?? 0));
      for (const [index, node] of rank.entries()) places.set(node, index);
    }
    const now = crossings(ranks, below);
    if (now < fewest) {
      fewest = now;
      best = ranks.map((rank) => [...rank]);
    }
  }
  return best;
}

function crossings(ranks: readonly (readonly Node[])[], below: ReadonlyMap<Node, readonly Node[]>): number {
  let count = 0;
  for (const [index, rank] of ranks.entries()) {
    const places = new Map((ranks[index + 1] ?? []).map((node, place) => [node, place]));
    const ends = rank.flatMap((node, place) =>
      (below.get(node) ?? []).map((next) => [place, places.get(next) ?? 0] as const),
    );
    for (const [at, one] of ends.entries()) {
      for (const other of ends.slice(at + 1)) if ((one[0] - other[0]) * (one[1] - other[1]) < 0) count += 1;
    }
  }
  return count;
}

/** Gives every node its place and returns the size of the whole. */
export function settle(ranks: readonly Node[][], chains: readonly Chain[]): { width: number; height: number } {
  const { above, below } = neighbours(chains);
  let y = SPACE.edge + 24;
  for (const rank of ranks) {
    const height = Math.max(...rank.map((node) => node.height));
    for (const node of rank) {
      node.y = y + height / 2;
      node.run = height;
    }
    y += height + SPACE.ranks;
    pack(
      rank,
      rank.map(() => 0),
    );
  }
  for (let round = 0; round < 24; round += 1) {
    const tied = round % 2 === 0 ? above : below;
    for (const rank of round % 2 === 0 ? ranks : ranks.toReversed()) {
      pack(
        rank,
        rank.map((node) => {
          const others = tied.get(node) ?? [];
          return others.length > 0 ? mean(others.map(({ x }) => x)) : node.x;
        }),
      );
    }
  }
  const all = ranks.flat();
  const left = Math.min(...all.map(({ x, width }) => x - width / 2)) - SPACE.edge;
  for (const node of all) node.x -= left;
  return {
    width: Math.ceil(Math.max(...all.map(({ x, width }) => x + width / 2)) + SPACE.edge),
    height: Math.ceil(y - SPACE.ranks + SPACE.edge),
  };
}

/** Puts the nodes of a rank as near as they can be to where they want to be, in their order and without touching. */
function pack(rank: readonly Node[], wanted: readonly number[]): void {
  for (const [index, node] of rank.entries()) {
    const before = rank[index - 1];
    const least = before ? before.x + (before.width + node.width) / 2 + SPACE.between : Number.NEGATIVE_INFINITY;
    node.x = Math.max(wanted[index] ?? 0, least);
  }
  const drift = mean(rank.map((node, index) => node.x - (wanted[index] ?? 0)));
  for (const node of rank) node.x -= drift;
}
