import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Properties of which `npm test` tries a share (test/kit/runs.ts). */
const properties = globSync('test/**/*.test.ts').filter((file) =>
  readFileSync(file, 'utf8').includes("/kit/runs.ts'"),
);

/** Tests that take minutes: kills, floods, ten years of clock changes. Outside `npm test`, inside `.ci/run`. */
export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts', ...properties],
    provide: { thorough: true },
    testTimeout: 1_800_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 50_000 } },
    pool: 'forks',
    fileParallelism: false,
  },
});
