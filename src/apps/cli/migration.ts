import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { migrate, openEmbedded } from '../../foundation/database/index.ts';
import { createTable, fieldColumns, filterIndexes, keyIndexes } from '../../foundation/registers/index.ts';
import { capabilities } from '../server/capabilities.ts';
import { ROOT } from '../server/start.ts';

/**
 * Compares the registers with the tables that the migrations make and writes the difference as a dated file: new tables
 * and new columns. People read it, name it and add what a machine cannot know (back-fill, contract steps).
 */
export async function proposeMigration(name: string | undefined, say: (line: string) => void): Promise<number> {
  if (!name || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    say('用法 usage: npm run migration -- reservoir-create');
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), 'fengsui-migration-'));
  const database = await openEmbedded(folder);
  try {
    await migrate(database, join(ROOT, 'migrations'), () => {});
    const { rows } = await sql<{ table_name: string; column_name: string }>`
      select table_name, column_name from information_schema.columns where table_schema = 'public'`.execute(
      database.kysely,
    );
    const known = new Map<string, Set<string>>();
    for (const row of rows) known.set(row.table_name, (known.get(row.table_name) ?? new Set()).add(row.column_name));
    const parts: string[] = [];
    const indexesOf = new Map(
      capabilities.flatMap(({ faces }) =>
        faces.map((one) => [one.register.name, keyIndexes(one) + filterIndexes(one)] as const),
      ),
    );
    for (const register of capabilities.flatMap((capability) => capability.registers)) {
      const columns = known.get(register.name);
      if (!columns) parts.push(createTable(register) + (indexesOf.get(register.name) ?? ''));
      else {
        for (const column of fieldColumns(register)) {
          if (!columns.has(column.name))
            parts.push(`alter table "${register.name}" add column ${column.definition};\n`);
        }
      }
    }
    if (parts.length === 0) {
      say('台账与数据库一致，无需迁移。 Registers and tables agree; there is nothing to write.');
      return 0;
    }
    const at = new Date().toISOString().replaceAll(/[-:]/g, '').replace('T', '-').slice(0, 13);
    const path = join(ROOT, 'migrations', `${at}-${name}.sql`);
    writeFileSync(path, parts.join('\n'));
    say(`${path}\n请阅读后提交。 Read it, then commit it.`);
    return 0;
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
