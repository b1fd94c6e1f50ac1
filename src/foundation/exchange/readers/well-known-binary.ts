import type { Geometry } from './shape-cell.ts';

const KINDS = ['', 'Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon'] as const;
const POINT = 1;
const LINE = 2;
const POLYGON = 3;
const ENVELOPES = [0, 32, 48, 48, 64];
const IS_EMPTY = 0x10;

/** The geometry of a GeoPackage: its own head, then well-known binary (OGC 12-128, clause 2.1.3). @throws RangeError */
export function fromGeoPackage(bytes: Uint8Array): Geometry | null {
  if (bytes[0] !== 0x47 || bytes[1] !== 0x50) throw new RangeError('no head of a GeoPackage');
  const flags = bytes[3] ?? 0;
  const envelope = ENVELOPES[(flags >> 1) & 7];
  if (envelope === undefined) throw new RangeError('unknown envelope');
  if (flags & IS_EMPTY) return null;
  return readWkb(new DataView(bytes.buffer, bytes.byteOffset + 8 + envelope, bytes.byteLength - 8 - envelope));
}

/** Well-known binary with or without heights and measures, of ISO or of PostGIS. @throws RangeError */
function readWkb(view: DataView): Geometry {
  let at = 0;
  let isLittle = true;
  let size = 2;
  const whole = () => {
    at += 4;
    return view.getUint32(at - 4, isLittle);
  };
  /** A count that its own bytes cannot hold is a lie. */
  const count = (smallest: number) => {
    const found = whole();
    if (found * smallest > view.byteLength - at) throw new RangeError('more than there is');
    return found;
  };
  const position = () => {
    const found = [view.getFloat64(at, isLittle), view.getFloat64(at + 8, isLittle)];
    at += size * 8;
    return found;
  };
  const many = <Item>(smallest: number, read: () => Item) => Array.from({ length: count(smallest) }, read);
  const head = () => {
    isLittle = view.getUint8(at) === 1;
    at += 1;
    const code = whole();
    if (code & 0x20000000) at += 4;
    const dimensions = Math.floor((code & 0xffff) / 1000);
    const isHigh = (code & 0x80000000) !== 0 || dimensions === 1 || dimensions === 3;
    const isMeasured = (code & 0x40000000) !== 0 || dimensions >= 2;
    size = 2 + Number(isHigh) + Number(isMeasured);
    return (code & 0xffff) % 1000;
  };
  const body = (kind: number): unknown => {
    if (kind === POINT) return position();
    if (kind === LINE) return many(16, position);
    if (kind === POLYGON) return many(4, () => many(16, position));
    return many(5, () => {
      const inner = head();
      if (inner !== kind - 3) throw new RangeError('mixed kinds');
      return body(inner);
    });
  };
  const kind = head();
  const type = KINDS[kind];
  if (!type) throw new RangeError('unknown kind');
  return { type, coordinates: body(kind) };
}
