/** A plain zip with its files stored as they are. */
export function zipOf(files: Readonly<Record<string, Uint8Array | string>>, { isLocked = false } = {}): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, given] of Object.entries(files)) {
    const [content, title] = [Buffer.from(given as string), Buffer.from(name)];
    const flags = 0x800 | Number(isLocked);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(flags, 6);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    for (const [part, sizes, names] of [
      [head, 18, 26],
      [entry, 20, 28],
    ] as const) {
      part.writeUInt32LE(content.length, sizes);
      part.writeUInt32LE(content.length, sizes + 4);
      part.writeUInt16LE(title.length, names);
    }
    entry.writeUInt32LE(at, 42);
    parts.push(head, title, content);
    list.push(entry, title);
    at += head.length + title.length + content.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}
