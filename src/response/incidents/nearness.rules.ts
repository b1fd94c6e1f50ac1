interface Point {
  readonly lng: number;
  readonly lat: number;
}

interface Near {
  readonly kind: string;
  readonly place: Point | null;
  readonly knownAt: Date | string;
}

/** Metres between two points on the sphere; over a district the flattening does not matter. */
export function metresBetween(one: Point, other: Point): number {
  const rad = Math.PI / 180;
  const x = (other.lng - one.lng) * rad * Math.cos(((one.lat + other.lat) / 2) * rad);
  return Math.hypot(x, (other.lat - one.lat) * rad) * 6_371_000;
}

/**
 * Open incidents that a call may belong to, likeliest first: within a kilometre, or of the same kind where no distance
 * is known. A person decides; nothing is merged by itself.
 */
export function similarTo<Incident extends Near>(
  incidents: readonly Incident[],
  { kind, place }: { kind: string | undefined; place: Point | null | undefined },
): { incident: Incident; metres: number | undefined }[] {
  return incidents
    .map((incident) => ({
      incident,
      metres: place && incident.place ? metresBetween(place, incident.place) : undefined,
    }))
    .filter(({ incident, metres }) => (metres === undefined ? incident.kind === kind : metres <= 1000))
    .sort((one, other) => rank(one, kind) - rank(other, kind));
}

/** Another kind at the same place is as near as the same kind 500 m away. */
function rank({ incident, metres }: { incident: Near; metres: number | undefined }, kind: string | undefined): number {
  return (metres ?? 1000) + (incident.kind === kind ? 0 : 500);
}
