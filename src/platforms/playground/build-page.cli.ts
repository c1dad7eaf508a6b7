/** `npm run build:page`: builds the playground's page ahead of time, for an installation without what builds it. */
import { buildPage } from './page-files.ts';

const { files, bytes } = await buildPage();
process.stdout.write(`build/page: ${files} files, ${(bytes / 1e6).toFixed(1)} MB\n`);
