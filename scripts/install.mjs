// Installs what package-lock.json names, once, and finds the Node that runs the rest.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { ROOT } from './paths.mjs';

const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.fengsui-lock');

const say = (zh, en) => console.error(`${zh}\n${en}`);
const lockDigest = () =>
  createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
const readText = (path) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : '');

/** Installs when node_modules is missing or older than the lock file; returns the path of Node ≥ 24. Ends the process when it cannot. */
export function ensureInstalled() {
  if (readText(STAMP) !== lockDigest()) {
    withLock('install', () => {
      if (readText(STAMP) === lockDigest()) return;
      if (!holdsWhatTheLockNames()) install();
      try {
        writeFileSync(STAMP, `${lockDigest()}\n`);
      } catch {
        // A checkout that somebody else owns: the comparison with the lock file is made again next time.
      }
    });
  }
  return nodeToRun();
}

/** True when npm itself put there every package of the lock file, at its version (optional ones of other platforms aside). */
function holdsWhatTheLockNames() {
  const installed = readText(join(MODULES, '.package-lock.json'));
  if (installed === '') return false;
  const present = JSON.parse(installed).packages;
  const wanted = JSON.parse(readText(join(ROOT, 'package-lock.json'))).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    return present[path] ? present[path].version === entry.version : entry.optional === true;
  });
}

function install() {
  say('正在安装依赖(仅首次或依赖变更后)……', 'Installing dependencies (only the first time, or after they changed) …');
  // A production setting of the environment must not leave the build tools out.
  const common = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--prefer-offline'];
  if (npm(['ci', '--loglevel=silent', ...common])) return;
  // A registry that lacks one platform's optional package makes `npm ci` refuse the whole lock; `install` leaves that one out.
  say('npm ci 未成功,改用 npm install 再试。', 'npm ci did not succeed; trying npm install.');
  if (npm(['install', '--no-save', '--loglevel=error', ...common])) return;
  say(
    '依赖安装失败:首次启动需要能访问 npm 软件源。',
    'Installing failed: the first start needs to reach an npm registry.',
  );
  process.exit(1);
}

function npm(args) {
  const options = { cwd: ROOT, stdio: ['ignore', 2, 2], env: npmEnvironment() };
  const own = process.env.npm_execpath;
  const run = own?.endsWith('.js')
    ? spawnSync(process.execPath, [own, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return run.status === 0;
}

/** npm keeps its cache under HOME; where there is none that can be written, it gets a temporary one. */
function npmEnvironment() {
  try {
    accessSync(homedir() || '/nonexistent', constants.W_OK);
    return process.env;
  } catch {
    const home = join(tmpdir(), `fengsui-npm-${process.getuid?.() ?? 'user'}`);
    mkdirSync(home, { recursive: true });
    return { ...process.env, HOME: home, npm_config_cache: join(home, 'cache') };
  }
}

function nodeToRun() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const pinned = join(MODULES, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const hostIsEnough = Number(process.versions.node.split('.')[0]) >= 24;
  // A binary that lies there but cannot run (another C library) is found out here, not by an unreadable error later.
  if (existsSync(pinned) && (!hostIsEnough || process.version !== pinnedVersion(name))) {
    if (spawnSync(pinned, ['--version']).status === 0) return pinned;
  }
  if (hostIsEnough) return process.execPath;
  say(
    `本平台(${name})没有可用的内置 Node 24,请自行安装 Node.js 24。`,
    `No bundled Node 24 runs on this platform (${name}): please install Node.js 24.`,
  );
  process.exit(1);
}

const pinnedVersion = (name) => `v${JSON.parse(readText(join(MODULES, name, 'package.json')) || '{}').version}`;
