/**
 * `npm run sbom`: writes what the production installation is made of, as CycloneDX, to build/sbom.cdx.json, and checks
 * it against the lock file: each package there, in that version, and none that only serves developing.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const TO = 'build/sbom.cdx.json';

type Component = {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
};
type Link = { readonly ref: string; readonly dependsOn?: readonly string[] };
type Sbom = {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly Link[];
};
type Locked = { readonly version: string; readonly dev?: boolean; readonly optional?: boolean };

const project = read<{ name: string; dependencies: Record<string, string> }>('package.json');
const { packages } = read<{ packages: Record<string, Locked> }>('package-lock.json');
const production = Object.entries(packages).filter(([place, { dev }]) => place !== '' && dev !== true);
const runs = new Set(production.map(([place, { version }]) => `${nameOf(place)}@${version}`));

const whole = JSON.parse(
  execFileSync(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  ),
) as Sbom;
const sbom = ofProduction(whole);

assert.equal(sbom.bomFormat, 'CycloneDX');
assert.match(sbom.specVersion, /^1\.\d$/u);
const listed = new Set(sbom.components.map(({ name, version }) => `${name}@${version}`));
for (const { name, version, purl } of sbom.components)
  assert.equal(purl, `pkg:npm/${name.replace('@', '%40')}@${version}`);
for (const [name, version] of Object.entries(project.dependencies))
  assert.ok(listed.has(`${name}@${version}`), `${name}@${version} is not listed`);
for (const one of runs) assert.ok(listed.has(one), `${one} is not listed`);
for (const one of listed) assert.ok(runs.has(one), `${one} serves developing alone`);

mkdirSync('build', { recursive: true });
writeFileSync(TO, `${JSON.stringify(sbom, null, 2)}\n`);
process.stdout.write(`${TO}: ${sbom.components.length} packages, CycloneDX ${sbom.specVersion}\n`);

/** npm's own `--omit dev` also leaves out what production and developing both use: so the lock file decides. */
function ofProduction({ components, dependencies, metadata, ...head }: Sbom): Sbom {
  const kept = components.filter(({ name, version }) => runs.has(`${name}@${version}`));
  const refs = new Set([metadata.component['bom-ref'], ...kept.map((one) => one['bom-ref'])]);
  return {
    ...head,
    // npm names it by the folder that it lies in.
    metadata: { ...metadata, component: { ...metadata.component, name: project.name } },
    components: kept,
    dependencies: dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) })),
  };
}

function nameOf(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function read<Content>(file: string): Content {
  return JSON.parse(readFileSync(file, 'utf8')) as Content;
}
