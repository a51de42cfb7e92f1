// SPDX-License-Identifier: MIT
// tools/generate.mjs: makes anew what is printed from the descriptions in C++ and committed:
// web/generated, and the tables of README.md between their markers; and the words of web/.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

process.chdir(join(import.meta.dirname, '..'));
const run = (command, ...args) => execFileSync(command, args, { stdio: 'inherit' });
run('cmake', '--preset', 'native-release');
run('cmake', '--build', '--preset', 'native-release', '--target', 'atelier_generate');
run('build/native-release/src/atelier_generate');
run('node', 'tools/words.mjs', 'web', 'words/en.json', 'web/generated/words.ts');
