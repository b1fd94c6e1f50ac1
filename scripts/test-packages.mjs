// What the tests need from the operating system besides Node: a real PostgreSQL, a real browser, a real office program,
// a real GIS.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const onPath = (...names) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => names.some((name) => existsSync(join(folder, name))));

/** Any major version ≥ 15 will do. */
const postgresVersions = () => {
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder) : [];
  return versions.filter((version) => Number(version) >= 15 && existsSync(join(folder, version, 'bin', 'postgres')));
};

const NEEDS = [
  { debian: 'postgresql-15', isThere: () => postgresVersions().length > 0 },
  {
    debian: 'postgresql-15-postgis-3',
    isThere: () =>
      postgresVersions().some((version) => existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`)),
  },
  { debian: 'chromium', isThere: () => onPath('chromium', 'chromium-browser', 'google-chrome') },
  { debian: 'fonts-noto-cjk', isThere: () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc') },
  { debian: 'libreoffice-writer-nogui', isThere: () => onPath('soffice', 'libreoffice') },
  { debian: 'gdal-bin', isThere: () => onPath('ogrinfo') },
  { debian: 'python3-icalendar', isThere: () => existsSync('/usr/lib/python3/dist-packages/icalendar') },
  { debian: 'python3-vobject', isThere: () => existsSync('/usr/lib/python3/dist-packages/vobject') },
  { debian: 'poppler-utils', isThere: () => onPath('pdftotext') },
];

const missing = () => NEEDS.filter(({ isThere }) => !isThere()).map(({ debian }) => debian);

/** Installs what is missing where that is possible (root on Debian); returns the Debian names of what is missing still. */
export function ensureTestPackages() {
  const wanted = missing();
  if (wanted.length === 0 || process.getuid?.() !== 0 || !onPath('apt-get')) return wanted;
  console.log(`Installing for the tests: ${wanted.join(' ')}`);
  // RUNLEVEL keeps the packages' services down: the tests start their own, on their own ports.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const aptGet = (...args) =>
    spawnSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  aptGet('update');
  aptGet('install', '--yes', '--no-install-recommends', ...wanted);
  return missing();
}
