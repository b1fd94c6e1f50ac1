import { join } from 'node:path';
import { demoLogins, openDemo } from '../../demo/start.ts';
import { logger } from './log.ts';
import { ROOT, startServer } from './start.ts';

const log = logger();
const home = process.env.FENGSUI_HOME ?? join(ROOT, '.fengsui');
const databaseUrl = process.env.DATABASE_URL;
const isDemo = process.env.FENGSUI_DEMO === '1';
const port = Number(process.env.PORT ?? 8080);
// Demo logins are public knowledge: the demo is for this machine alone unless somebody says otherwise.
const host = process.env.HOST ?? '127.0.0.1';

const server = await startServer({ home, databaseUrl, log, isDemo }).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
if (isDemo) await openDemo(server.platform, (line) => process.stdout.write(`${line}\n`));
await server.app.listen({ port, host }).catch(async (error: NodeJS.ErrnoException) => {
  process.stderr.write(
    error.code === 'EADDRINUSE'
      ? `端口 ${port} 已被占用，请设置 PORT。 Port ${port} is in use; set PORT.\n`
      : `${error.message}\n`,
  );
  await server.stop();
  process.exit(1);
});

const lines = [
  '',
  `  烽燧 Fengsui   http://${host}:${port}   手机端 field app  http://${host}:${port}/field/`,
  databaseUrl
    ? '  数据库 PostgreSQL（DATABASE_URL）'
    : '  数据库 内嵌 PGlite：单席位、演示和断网时使用；进程被杀不丢数据，断电不保证。正式值班请设置 DATABASE_URL。',
  databaseUrl
    ? '  Database: PostgreSQL (DATABASE_URL)'
    : '  Database: embedded; one desk, demo, cut-off laptop. Safe against a killed process, not against power loss. A duty room sets DATABASE_URL.',
  ...(isDemo
    ? [
        '  演示账号 demo logins：',
        ...demoLogins(new Date()).map(
          (login) =>
            `    ${login.username.padEnd(16)} ${login.password}   ${login.unit} ${login.roleName}${login.code ? '（需动态口令 one-time code: npm run -s demo:logins）' : ''}`,
        ),
      ]
    : []),
  '',
];
process.stdout.write(`${lines.join('\n')}\n`);

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  log('info', 'stopping');
  setTimeout(() => process.exit(1), 15_000).unref();
  await server.stop();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
