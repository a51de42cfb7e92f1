// SPDX-License-Identifier: MIT
// tools/format.mjs [--check]: formats C++ by .clang-format and the page's code by .prettierrc.json;
// with --check, only says which files are not. Generated files are as they were printed.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

process.chdir(join(import.meta.dirname, '..'));
const check = process.argv.includes('--check');

// Everything that is or will be committed.
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
});
const files = listed.split('\n').filter((file) => existsSync(file));
const ending = (pattern) => files.filter((file) => pattern.test(file));

const runs = [
  ['clang-format', check ? ['--dry-run', '-Werror'] : ['-i'], ending(/\.(cpp|hpp)$/)],
  [
    'node_modules/.bin/prettier',
    ['--log-level=warn', check ? '--check' : '--write'],
    ending(/^((web(?!\/generated)|tests)\/.*|tools\/[^/]*|[^/]*)\.(ts|mjs|css|html)$/),
  ],
];
for (const [command, args, paths] of runs) {
  if (paths.length === 0) continue;
  const { status, error } = spawnSync(command, [...args, ...paths], { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`format: ${command} ${error?.message ?? 'failed'}`);
    process.exit(1);
  }
}
