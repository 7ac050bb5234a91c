#!/usr/bin/env node
// Plain JavaScript on purpose: an older Node must be able to read this far and say what is wrong.
const NEEDED = 26;
const major = Number(process.versions.node.split('.')[0]);
if (major < NEEDED) {
  process.stderr.write(
    `Madoguchi needs Node.js ${NEEDED} or newer; this is ${process.versions.node}.\n` +
      `Start it with npm, which uses the Node.js that "npm ci" brought along: npm start, or npm run -s madoguchi -- ...\n` +
      `Node.js ${NEEDED} 以上が必要です(現在 ${process.versions.node})。npm start または npm run -s madoguchi -- ... で起動してください。\n`,
  );
  process.exit(1);
}
// Kept beside the models: compiling a hundred files anew takes longer than the first answer.
const { enableCompileCache } = await import('node:module');
enableCompileCache(`${import.meta.dirname}/../.cache/code`);
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
