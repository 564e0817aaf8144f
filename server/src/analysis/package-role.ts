/** What a package is for: others call it, or it runs by itself. */
export type PackageRole = 'library' | 'application';

/** Packages that an application is built on: whoever depends on one at run time answers requests. */
const SERVERS =
  /^(?:express|koa|fastify|@?hapi(?:\/hapi)?|@nestjs\/core|next|nuxt|restify|polka|hono|sails|@adonisjs\/core|electron|react-scripts|meteor-node-stubs|@strapi\/strapi|moleculer|serverless)$/;

/** What a manifest says of its package; undefined where it says nothing. */
export function readRole(uri: string, text: string): PackageRole | undefined {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  if (name === 'package.json') return ofPackageJson(text);
  if (name === 'pyproject.toml') return ofPyproject(text);
  if (name === 'setup.py' || name === 'setup.cfg') return ofSetup(text);
  if (name === 'pom.xml') return ofPom(text);
  if (/^build\.gradle(?:\.kts)?$/.test(name)) return ofGradle(text);
  return undefined;
}

/** A library has an entry, and neither a way to start it nor a server among what it needs. */
function ofPackageJson(text: string): PackageRole | undefined {
  let manifest: Record<string, unknown>;
  try {
    manifest = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
  if (typeof manifest !== 'object' || manifest === null) return undefined;
  const { scripts, dependencies } = manifest as Record<string, Record<string, unknown> | undefined>;
  if (manifest.private === true || scripts?.start !== undefined || scripts?.serve !== undefined) return 'application';
  if (Object.keys(dependencies ?? {}).some((library) => SERVERS.test(library))) return 'application';
  const hasEntry = ['main', 'exports', 'module', 'types', 'typings'].some((key) => manifest[key] !== undefined);
  return hasEntry && typeof manifest.name === 'string' && manifest.version !== undefined ? 'library' : 'application';
}

const PYTHON_SERVERS =
  /["'\s](?:django|flask|fastapi|uvicorn|gunicorn|starlette|tornado|sanic|aiohttp|bottle|pyramid)\b/i;

function ofPyproject(text: string): PackageRole | undefined {
  const isPackage = /^\[build-system\]/m.test(text) && /^\[(?:project|tool\.poetry)\]/m.test(text);
  if (!isPackage) return undefined;
  if (/^\[(?:project\.scripts|project\.gui-scripts|tool\.poetry\.scripts)\]/m.test(text)) return 'application';
  return PYTHON_SERVERS.test(dependencyText(text)) || /package-mode\s*=\s*false/.test(text) ? 'application' : 'library';
}

/** What is needed to run, without the extras that developers need. */
function dependencyText(text: string): string {
  const list = /^dependencies\s*=\s*\[[\s\S]*?^\]/m.exec(text)?.[0] ?? '';
  const table = /^\[tool\.poetry\.dependencies\][\s\S]*?(?=^\[|$(?![\s\S]))/m.exec(text)?.[0] ?? '';
  return `\n${list}\n${table}`;
}

function ofSetup(text: string): PackageRole | undefined {
  if (!/\bpackages\b|\bpy_modules\b/.test(text)) return undefined;
  return /console_scripts|gui_scripts/.test(text) || PYTHON_SERVERS.test(text) ? 'application' : 'library';
}

function ofPom(text: string): PackageRole | undefined {
  if (/<packaging>\s*pom\s*</.test(text)) return undefined;
  const isStarted =
    /<packaging>\s*(?:war|ear)\s*<|spring-boot-maven-plugin|spring-boot-starter|quarkus|micronaut|<mainClass>|maven-shade-plugin|dropwizard/.test(
      text,
    );
  return isStarted ? 'application' : 'library';
}

function ofGradle(text: string): PackageRole | undefined {
  if (/\bapplication\b|org\.springframework\.boot|\bmainClass|["\s]war["\s]|com\.android\.application/.test(text))
    return 'application';
  return /java-library|maven-publish|com\.android\.library/.test(text) ? 'library' : undefined;
}
